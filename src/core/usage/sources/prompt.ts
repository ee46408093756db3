import { readPrompt } from '../../advice/text/readPrompt.ts';
import { reduceText } from '../../context/reduce/reduceText.ts';
import { hashText } from '../../hashText.ts';
import { suggestTier } from '../../models/tier/suggestTier.ts';
import type { SessionEventBody } from '../sessionEvent.ts';
import { known } from './readFields.ts';

/** Shorter ones are said again by chance. */
const LEAST_PARAGRAPH_CHARS = 160;
const MOST_PARAGRAPHS = 32;
/** What a task asks for stands in its first words; what follows in a long prompt is pasted. */
const MOST_TASK_CHARS = 600;

/** Words that a prompt begins with when it answers, goes on or takes up what was said. */
const GOES_ON =
  /^\W*(?:also|and|but|so|ok|okay|then|yes|no|now|go|do it|continue|please continue|instead|actually|next|same|i meant|you can|can you also|what about|how about|why)\b/i;
/** Words that point at something said before, near the start. */
const POINTS_BACK =
  /\b(?:this|that|these|those|it|its|they|them|then|as well|again|(?:bullet|point|step|option|item) \d|the (?:plan|bugs?|issue|fix|change|changes|pr))\b/i;
const START_CHARS = 60;

function isFollowUp(text: string): boolean {
  return GOES_ON.test(text) || POINTS_BACK.test(text.slice(0, START_CHARS));
}

/** A person's words, known again by their hash. */
export function prompt(text: string): SessionEventBody {
  const { tier, confidence } = suggestTier(text.slice(0, MOST_TASK_CHARS));
  const paragraphs = splitParagraphs(text)
    .slice(0, MOST_PARAGRAPHS)
    .map((paragraph) => ({ hash: hashText(paragraph), chars: paragraph.length }));
  return {
    kind: 'prompt',
    hash: hashText(text),
    chars: text.length,
    tier,
    confidence,
    ...(isFollowUp(text) && { isFollowUp: true }),
    ...(paragraphs.length > 0 && { paragraphs }),
    ...known({ pasted: measurePasted(text) }),
  };
}

/** The paragraphs that are long enough to be known again. */
export function splitParagraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length >= LEAST_PARAGRAPH_CHARS);
}

/** Shorter ones hold no more than an error and its place. */
const LEAST_PASTED_CHARS = 2000;
/** Larger ones do not fit into a context. */
const MOST_PASTED_CHARS = 2_000_000;

/** What of a prompt is data, of which the reducer leaves less. */
function measurePasted(text: string): { chars: number; reducedChars: number } | undefined {
  if (text.length < LEAST_PASTED_CHARS || text.length > MOST_PASTED_CHARS) return undefined;
  const blocks = readPrompt(text).payloads.map(({ start, end }) => {
    const { kind, text: reduced } = reduceText(text.slice(start, end));
    return kind === 'other'
      ? { chars: 0, reducedChars: 0 }
      : { chars: end - start, reducedChars: reduced.length };
  });
  const sum = (field: 'chars' | 'reducedChars') => blocks.reduce((total, block) => total + block[field], 0);
  const [chars, reducedChars] = [sum('chars'), sum('reducedChars')];
  return chars < LEAST_PASTED_CHARS || reducedChars >= chars ? undefined : { chars, reducedChars };
}
