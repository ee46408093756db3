import { join } from 'node:path';
import type { MeasuredFile, ReadScope } from '../../../src/core/context/measuredScope.ts';
import { FORMATS } from '../../../src/core/context/render/formats.ts';
import type { PromptPart } from '../../../src/core/context/render/scopeDocument.ts';
import type { ScopeItem } from '../../../src/core/context/scopeItem.ts';
import type { ScopeRequest } from '../../../src/core/context/scopeRequest.ts';
import { EMPTY_TASK, type Task } from '../../../src/core/context/task.ts';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { FileCounter } from '../../../src/node/counting/fileCounter.ts';
import { createSourceParser } from '../../../src/node/outline/parseSource.ts';
import { measureScope } from '../../../src/node/scope/measureScope.ts';
import { makeRequest } from '../../core/context/makeRequest.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const loadCounter = createCounterLoader(DIST);
const files = new FileCounter({ loadCounter, workerPath: join(DIST, 'worker.cjs') });
const parseSource = createSourceParser(DIST);

/** Measures a scope of one folder with all that the product uses, and reads its text back. */
export async function measureText(
  folder: string,
  scope: readonly ScopeItem[],
  given: Partial<Omit<ScopeRequest, 'task'>> & { task?: Partial<Task> } = {},
) {
  const { measured, text, places } = await readScope(folder, scope, given);
  const parts: PromptPart[] = FORMATS[given.format ?? makeRequest({}).format].parse(text);
  return { measured, text, places, parts, files: measured.items.flatMap((item) => item.files) };
}

/** The same as the product gets it, what the gates found included. */
export function readScope(
  folder: string,
  scope: readonly ScopeItem[],
  given: Partial<Omit<ScopeRequest, 'task'>> & { task?: Partial<Task> } = {},
): Promise<ReadScope> {
  const roots = [{ path: folder, name: 'project' }];
  const task = { ...EMPTY_TASK, ...given.task };
  return measureScope(makeRequest({ scope, roots, ...given, task }), { files, loadCounter, parseSource });
}

/** What became of each file, by its label: the reason why it was skipped, a note, or the detail. */
export function outcomes(found: readonly MeasuredFile[]): Record<string, string | undefined> {
  return Object.fromEntries(found.map(({ label, skip, note, detail }) => [label, skip ?? note ?? detail]));
}
