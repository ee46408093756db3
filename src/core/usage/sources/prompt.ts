import { hashText } from '../../hashText.ts';
import { suggestTier } from '../../models/tier/suggestTier.ts';
import type { SessionEventBody } from '../sessionEvent.ts';

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
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.length >= LEAST_PARAGRAPH_CHARS)
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
  };
}
