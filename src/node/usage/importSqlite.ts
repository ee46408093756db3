import { MissingInNode } from './skipOf.ts';

type Sqlite = typeof import('node:sqlite');

/** Node's SQLite, loaded on first use. Rejects with `MissingInNode` before Node 22.13; VS Code has it since 1.101. */
export async function importSqlite(): Promise<Sqlite> {
  const { emitWarning } = process;
  // It still calls itself experimental, on the standard error of whoever loads it.
  process.emitWarning = () => undefined;
  try {
    return await import('node:sqlite');
  } catch {
    throw new MissingInNode('noSqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
