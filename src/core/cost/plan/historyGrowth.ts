/** What of a conversation is sent again with each turn. */
export const HISTORIES = ['none', 'full', 'window', 'windowAndSummary'] as const;
export type History = (typeof HISTORIES)[number];

export type HistoryRule = {
  history: History;
  /** What one turn adds: question and answer. */
  turnTokens: number;
  /** How many of the last turns a window keeps. */
  windowTurns: number;
  /** What stands for the turns before the window. */
  summaryTokens: number;
};

/** Tokens of the turns before one turn, the first is 1, that go with it. */
export function historyTokensBefore(turn: number, rule: HistoryRule): number {
  const earlier = turn - 1;
  const kept = Math.min(earlier, rule.windowTurns);
  switch (rule.history) {
    case 'none':
      return 0;
    case 'full':
      return earlier * rule.turnTokens;
    case 'window':
      return kept * rule.turnTokens;
    case 'windowAndSummary':
      return kept * rule.turnTokens + (earlier > kept ? rule.summaryTokens : 0);
    default:
      return rule.history satisfies never;
  }
}
