import { message } from '../../message.ts';
import { addCarried, carry } from '../carry.ts';
import { charsPerToken } from '../charsPerToken.ts';
import { sums } from '../describe.ts';
import { perProject } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, Turn } from '../thread.ts';

const LIMITS = {
  /** Once may be a chance; what is pasted again has a source that an agent can be given. */
  leastPrompts: 2,
  /** Of one project, before it is carried: less is read as fast as a tool is set up. */
  leastTokens: 5000,
};

/** Logs, JSON and tables pasted into the prompts of a project, of which an agent with a tool would have read what it needed. */
export const PASTED_DATA = perProject('Pasted data that a tool could fetch', (threads) => {
  const pastes = threads.flatMap(findPastes);
  const spared = pastes.reduce((sum, { sparedTokens }) => sum + sparedTokens, 0);
  return pastes.length < LIMITS.leastPrompts || spared < LIMITS.leastTokens ? [] : [toDraft(pastes)];
});

type Paste = { thread: Thread; turn: Turn; tokens: number; sparedTokens: number };

function findPastes(thread: Thread): Paste[] {
  // What a sub-agent is told, a model has written.
  if (thread.agentId !== undefined) return [];
  return thread.turns.flatMap((turn) => {
    if (turn.pasted === undefined) return [];
    const { chars, reducedChars } = turn.pasted;
    const perToken = charsPerToken(thread.calls[turn.firstCall]?.model ?? '');
    const tokens = Math.round(chars / perToken);
    return [{ thread, turn, tokens, sparedTokens: Math.round((chars - reducedChars) / perToken) }];
  });
}

function toDraft(pastes: readonly Paste[]): Draft {
  const sorted = pastes.toSorted((a, b) => b.tokens - a.tokens);
  const tokens = pastes.reduce((sum, paste) => sum + paste.tokens, 0);
  return {
    title: message('{0} tokens of logs and other data were pasted into {1} prompts', tokens, pastes.length),
    subject: `pasted@${pastes[0]?.thread.project ?? ''}`,
    threads: [...new Set(sorted.map(({ thread }) => thread))],
    kind: 'estimated',
    formula: message(
      'what the log reducer would have left out of each (by its size) × the calls that had it in their context, at what each call paid for a token of its input',
    ),
    ...sums(
      addCarried(
        pastes.map(({ thread, turn, sparedTokens }) =>
          carry(thread, sparedTokens, turn.firstCall, turn.seenTo, `prompt ${turn.hash}@${turn.timestampMs}`),
        ),
      ),
      pastes.map(({ turn }) => turn.timestampMs),
    ),
    confidence: 0.75,
    items: sorted.map(({ thread, turn, tokens: size, sparedTokens }) => ({
      name: `session ${thread.sessionId}`,
      timesMs: [turn.timestampMs],
      tokens: size,
      note: message('the log reducer leaves {0} tokens', size - sparedTokens),
    })),
    action: {
      kind: 'reduce',
      text: message(
        'Give the agent a way to read it, such as a file it can search or an MCP server; else reduce it before it is pasted',
      ),
    },
  };
}
