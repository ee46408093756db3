/** What calls of one tool have brought into contexts; tokens are an estimate from the size where the log does not count them. */
export type ToolRow = { tool: string; calls: number; errors: number; resultTokens: number };

/** The tools with the largest results first; what is beyond the first is summed in `rest`. */
export type ToolTable = { rows: readonly ToolRow[]; rest?: { count: number; sum: ToolRow } };
