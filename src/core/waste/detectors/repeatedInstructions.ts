import { message } from '../../message.ts';
import { addCarried, carry } from '../carry.ts';
import { charsPerToken } from '../charsPerToken.ts';
import { sums } from '../describe.ts';
import { acrossProjects } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, Turn } from '../thread.ts';

const LIMITS = {
  /** Twice may be a second try. */
  leastSessions: 3,
  leastTokens: 60,
};

/** Long paragraphs that a person has put into the prompts of several sessions. */
export const REPEATED_INSTRUCTIONS = acrossProjects(
  'The same instructions in several sessions',
  (threads) => {
    const said = new Map<string, Saying[]>();
    // What a sub-agent is told, a model has written.
    for (const thread of threads.filter(({ agentId }) => agentId === undefined)) {
      for (const turn of thread.turns) {
        for (const { hash, chars } of turn.paragraphs) {
          said.set(hash, [...(said.get(hash) ?? []), { thread, turn, chars }]);
        }
      }
    }
    return groupBySessions(said).flatMap(toDrafts);
  },
);

/** Paragraphs with their hashes, each with its first saying in every session. */
type SaidTogether = { hashes: string[]; paragraphs: Saying[][] };

type Saying = { thread: Thread; turn: Turn; chars: number };

/** Paragraphs that always come together are one instruction. */
function groupBySessions(said: ReadonlyMap<string, readonly Saying[]>): SaidTogether[] {
  const groups = new Map<string, SaidTogether>();
  for (const [hash, sayings] of said) {
    const first = [...new Map(sayings.map((saying) => [saying.thread.sessionId, saying])).values()];
    if (first.length < LIMITS.leastSessions) continue;
    const key = first
      .map(({ thread }) => thread.sessionId)
      .sort()
      .join(' ');
    const group = groups.get(key) ?? { hashes: [], paragraphs: [] };
    groups.set(key, group);
    group.hashes.push(hash);
    group.paragraphs.push(first);
  }
  return [...groups.values()];
}

function toDrafts({ hashes, paragraphs }: SaidTogether): Draft[] {
  const sayings = paragraphs.flat();
  const threads = [...new Set(sayings.map(({ thread }) => thread))];
  const size = paragraphs.reduce((sum, [first]) => sum + (first === undefined ? 0 : tokensOf(first)), 0);
  if (size < LIMITS.leastTokens) return [];
  return [
    {
      title: message(
        'The same {0} tokens of instructions were typed or pasted in {1} sessions',
        size,
        threads.length,
      ),
      subject: hashes[0] ?? '',
      threads,
      kind: 'estimated',
      formula: message(
        'size of the paragraphs × the sessions, at what the first call that had them paid for a token of its input; an instructions file would be read from the cache',
      ),
      ...sums(
        addCarried(
          sayings.map((saying) =>
            carry(saying.thread, tokensOf(saying), saying.turn.firstCall, saying.turn.firstCall + 1),
          ),
        ),
        sayings.map(({ turn }) => turn.timestampMs),
      ),
      confidence: 0.85,
      items: (paragraphs[0] ?? []).map((saying) => ({
        name: `session ${saying.thread.sessionId}`,
        timesMs: [saying.turn.timestampMs],
        tokens: size,
      })),
      action: {
        kind: 'writeInstructions',
        text: message('Move them to CLAUDE.md, AGENTS.md or a skill'),
        proposal: { text: '', paragraphs: hashes },
      },
    },
  ];
}

function tokensOf({ thread, turn, chars }: Saying): number {
  return Math.round(chars / charsPerToken(thread.calls[turn.firstCall]?.model ?? ''));
}
