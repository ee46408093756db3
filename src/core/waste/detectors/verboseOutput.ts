import { formatShare } from '../../format.ts';
import { type Message, message } from '../../message.ts';
import { charsPerToken } from '../charsPerToken.ts';
import { nameFile, sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Charge, Draft } from '../draft.ts';
import type { EvidenceItem } from '../finding.ts';
import type { Thread } from '../thread.ts';
import { turnFacts } from '../turnFacts.ts';

const LIMITS = {
  /** About forty lines: what a person reads after a change. */
  answerTokens: 600,
  /** Less is written as fast as it is edited. */
  leastFileTokens: 1000,
  /** Of one conversation. */
  leastTokens: 3000,
};

/** Output is the most expensive kind of token: whole files written where an edit would do, long reports on what a diff shows. */
export const VERBOSE_OUTPUT = perThread('Verbose output', (thread) => {
  const parts = [...rewrittenFiles(thread), ...longAnswers(thread)];
  const spared = parts.reduce((sum, { tokens }) => sum + tokens, 0);
  return spared < LIMITS.leastTokens ? [] : [toDraft(thread, parts)];
});

/** So many tokens of one call's output. */
type Part = { call: number; tokens: number; item: EvidenceItem; callId?: string };

/** Written as a whole, most of it as it was. */
function rewrittenFiles({ uses, calls }: Thread): Part[] {
  return uses.flatMap(({ action, path, isError, inputChars, changedChars, madeBy, timestampMs, callId }) => {
    const call = calls[madeBy];
    if (action !== 'write' || path === undefined || !changedChars || isError || call === undefined) return [];
    const spared = Math.round((inputChars - EDIT_FACTOR * changedChars) / charsPerToken(call.model));
    if (spared < LIMITS.leastFileTokens) return [];
    const tokens = Math.round(inputChars / charsPerToken(call.model));
    const note = message(
      'the whole file, {0} tokens; {1} of it new',
      tokens,
      formatShare(changedChars / inputChars),
    );
    return [
      { call: madeBy, tokens: spared, item: { name: path, timesMs: [timestampMs], tokens, note }, callId },
    ];
  });
}

/** An edit names what it replaces as well. */
const EDIT_FACTOR = 2;

/** In turns that changed files: in others the answer is what was asked for. */
function longAnswers(thread: Thread): Part[] {
  const patched = turnFacts(thread).filter(({ filesChanged }) => filesChanged > 0);
  const long = thread.answers.filter(
    ({ tokens, madeBy }) => tokens > LIMITS.answerTokens && thread.calls[madeBy] !== undefined,
  );
  return long.flatMap(({ madeBy, tokens, timestampMs }) => {
    if (!patched.some(({ turn }) => madeBy >= turn.firstCall && madeBy < turn.endCall)) return [];
    const item = { name: 'answer', timesMs: [timestampMs], tokens, note: message('after changing files') };
    return [{ call: madeBy, tokens: tokens - LIMITS.answerTokens, item }];
  });
}

function toDraft(thread: Thread, parts: readonly Part[]): Draft {
  const files = new Set(parts.flatMap(({ item, callId }) => (callId === undefined ? [] : [item.name])));
  const answers = parts.filter(({ callId }) => callId === undefined).length;
  return {
    title: titleOf([...files], answers),
    subject: 'verbose',
    threads: [thread],
    kind: 'estimated',
    formula: message(
      'output by its size, less {0} times the lines that were new, and above {1} tokens of an answer, at the price of output',
      EDIT_FACTOR,
      LIMITS.answerTokens,
    ),
    ...sums(
      {
        tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0),
        costUsd: parts.reduce((sum, { call, tokens }) => sum + tokens * outputUsd(thread, call), 0),
        charges: parts.map(
          ({ call, tokens, callId }): Charge => ({
            thread,
            part: 'output',
            fromCall: call,
            toCall: call + 1,
            tokensPerCall: tokens,
            ...(callId !== undefined && { callId }),
          }),
        ),
      },
      parts.flatMap(({ item }) => item.timesMs),
    ),
    confidence: 0.7,
    items: parts.toSorted((a, b) => b.tokens - a.tokens).map(({ item }) => item),
    action: {
      kind: 'writeInstructions',
      text: message('Ask for edits instead of whole files, and for a summary of at most ten lines'),
      proposal: {
        text: '- Edit files where they change instead of writing them again as a whole; after a change say in at most ten lines what was done.',
      },
    },
  };
}

function titleOf(files: readonly string[], answers: number): Message {
  if (files.length === 0) return message('Verbose output: {0} long reports after changes', answers);
  const [first = ''] = files;
  const name = nameFile(first);
  if (answers === 0) {
    return files.length === 1
      ? message('Verbose output: {0} written again as a whole', name)
      : message('Verbose output: {0} files written again as a whole', files.length);
  }
  return message(
    'Verbose output: files written again as a whole, such as {0}, and {1} long reports',
    name,
    answers,
  );
}

function outputUsd({ calls }: Thread, index: number): number {
  const call = calls[index];
  return call === undefined || call.outputTokens === 0 ? 0 : call.outputUsd / call.outputTokens;
}
