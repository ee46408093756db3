import type { ParsedSource } from '../../core/context/outline/sourceSymbol.ts';
import type { CounterLoader } from '../counting/counterLoader.ts';
import type { FileCounter } from '../counting/fileCounter.ts';

export type SourceParser = (path: string, text: string) => Promise<ParsedSource | undefined>;

/** What reads, counts and parses files for a scope. */
export type ScopeTools = { files: FileCounter; loadCounter: CounterLoader; parseSource: SourceParser };
