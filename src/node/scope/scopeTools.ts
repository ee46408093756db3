import type { CounterLoader } from '../counting/counterLoader.ts';
import type { FileCounter } from '../counting/fileCounter.ts';
import type { SourceParser } from '../outline/parseSource.ts';

/** What reads, counts and parses files for a scope. */
export type ScopeTools = { files: FileCounter; loadCounter: CounterLoader; parseSource: SourceParser };
