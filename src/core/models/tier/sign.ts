import type { Tier } from '../modelInfo.ts';

/** Something in the words of a task that speaks for a tier. */
export type Sign = {
  tier: Tier;
  pattern: Pattern;
  /** 1 hints, 2 speaks for it, 3 says so, 4 settles it. */
  weight: number;
  reason: string;
};

/** What a clause begins with: the first row that fits is the clause's own. */
export type LeadSign = Sign & {
  /** The work is on contents, piece by piece: with many pieces it is bulk. */
  perPiece?: true;
};

/** Letters of English and its loan words: all of Unicode's would make each of some hundred patterns slow to compile. */
const LETTER = '[a-z0-9_à-öø-ÿ]';

/** Tells whether it is in words, which are in lower case. */
export type Pattern = { test: (words: string) => boolean };

/** Whole words anywhere. */
export function anywhere(words: string): Pattern {
  return compileLater(() => toWholeWords(words));
}

/** Whole words at the start of a clause, and, where given, `rest` somewhere behind them. */
export function leading(words: string, rest?: string): Pattern {
  const head = compileLater(() => new RegExp(`^(?:${words})(?!${LETTER})`));
  if (rest === undefined) return head;
  const behind = compileLater(() => toWholeWords(rest));
  return { test: (text) => head.test(text) && behind.test(text.replace(head.get(), '')) };
}

function toWholeWords(words: string): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${words})(?!${LETTER})`);
}

/** Compiling all patterns would take longer than all else: most are never reached. */
function compileLater(compile: () => RegExp): Pattern & { get: () => RegExp } {
  let compiled: RegExp | undefined;
  const get = () => {
    compiled ??= compile();
    return compiled;
  };
  return { get, test: (words) => get().test(words) };
}

export function think(pattern: Pattern, weight: number, reason: string): LeadSign {
  return { tier: 'think', pattern, weight, reason };
}

export function execute(pattern: Pattern, weight: number, reason: string, perPiece?: true): LeadSign {
  return { tier: 'execute', pattern, weight, reason, ...(perPiece && { perPiece }) };
}

export function bulk(pattern: Pattern, weight: number, reason: string): LeadSign {
  return { tier: 'bulk', pattern, weight, reason, perPiece: true };
}

export function none(pattern: Pattern, weight: number, reason: string): LeadSign {
  return { tier: 'none', pattern, weight, reason };
}
