import type { Tier } from '../modelInfo.ts';

/** Something in the words of a task that speaks for a tier. */
export type Sign = {
  tier: Tier;
  pattern: RegExp;
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

/** Whole words anywhere. Words are in lower case. */
export function anywhere(words: string): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${words})(?!${LETTER})`);
}

/** Whole words at the start of a clause, and, where given, `rest` somewhere behind them. */
export function leading(words: string, rest?: string): RegExp {
  const behind = rest === undefined ? '' : `(?=.*(?<!${LETTER})(?:${rest})(?!${LETTER}))`;
  return new RegExp(`^(?:${words})(?!${LETTER})${behind}`);
}

export function think(pattern: RegExp, weight: number, reason: string): LeadSign {
  return { tier: 'think', pattern, weight, reason };
}

export function execute(pattern: RegExp, weight: number, reason: string, perPiece?: true): LeadSign {
  return { tier: 'execute', pattern, weight, reason, ...(perPiece && { perPiece }) };
}

export function bulk(pattern: RegExp, weight: number, reason: string): LeadSign {
  return { tier: 'bulk', pattern, weight, reason, perPiece: true };
}

export function none(pattern: RegExp, weight: number, reason: string): LeadSign {
  return { tier: 'none', pattern, weight, reason };
}
