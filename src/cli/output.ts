/** What a command has to say. Exit codes: 0, 1 when something that was asked for could not be done. */
export type Output = { out: string; err: string; exitCode: number };
