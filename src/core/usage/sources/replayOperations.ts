import { parseJson } from './parseJson.ts';
import { type JsonObject, readArray } from './readFields.ts';

/**
 * The value that a log of operations ends with, as VS Code keeps its chat sessions: 0 is a snapshot, 1 sets a value, 2 adds to an array
 * (cutting it to length `i` first), 3 deletes. A torn line or an operation on what is not there changes nothing.
 */
export function replayOperations(text: string): unknown {
  let root: unknown;
  for (const line of text.split('\n')) {
    const operation = parseJson(line);
    if (operation === undefined) continue;
    if (operation['kind'] === 0) root = operation['v'];
    else applyOperation(root, operation);
  }
  return root;
}

function applyOperation(root: unknown, { kind, k, v, i }: JsonObject): void {
  const path = readArray(k);
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>(step, root);
  if (!isContainer(parent) || !isStep(parent, last)) return;
  if (kind === 1) setAt(parent, last, v);
  else if (kind === 2) pushAt(parent, last, v, i);
  else if (kind === 3) Reflect.deleteProperty(parent, last);
}

type Container = Record<PropertyKey, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

const MOST_ITEMS = 100_000;

/** An array is entered by numbers, an object by names of its own. */
function isStep(container: Container, name: unknown): name is string | number {
  if (Array.isArray(container))
    return typeof name === 'number' && Number.isInteger(name) && name >= 0 && name < MOST_ITEMS;
  return typeof name === 'string';
}

function step(container: unknown, name: unknown): unknown {
  if (!isContainer(container) || !isStep(container, name)) return undefined;
  return Object.hasOwn(container, name) ? container[name] : undefined;
}

/** Defined, not assigned: a log may hold names such as `__proto__`. */
function setAt(container: Container, name: string | number, value: unknown): void {
  Object.defineProperty(container, name, { value, enumerable: true, configurable: true, writable: true });
}

function pushAt(container: Container, name: string | number, items: unknown, length: unknown): void {
  const known = step(container, name);
  const list = Array.isArray(known) ? known : [];
  if (list !== known) setAt(container, name, list);
  if (typeof length === 'number' && length >= 0 && length < list.length) list.length = Math.floor(length);
  list.push(...readArray(items));
}
