import { readFields } from '../json/readFields.ts';

/** pino's and bunyan's levels. */
const NUMBERED_LEVELS: Readonly<Record<string, string>> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};
const LEVEL_KEYS = ['level', 'severity', 'lvl', 'log.level', 'levelname'];
const MESSAGE_KEYS = ['msg', 'message', 'event'];
const STACK_KEYS = ['stack', 'stack_trace', 'stacktrace', 'exception', 'exc_info', 'traceback'];
/** Said by each line and about none. */
const DULL_KEYS = new Set(
  [
    'time',
    'timestamp',
    '@timestamp',
    'ts',
    'asctime',
    'pid',
    'hostname',
    'v',
    '@version',
    'level_value',
  ].concat(LEVEL_KEYS, MESSAGE_KEYS),
);

/**
 * A JSON line of pino, bunyan, winston, zap, structlog … as lines of text: level and message, the other fields, the stack. `undefined`
 * for anything else.
 */
export function expandJsonLine(line: string): string[] | undefined {
  if (!line.startsWith('{') || !line.endsWith('}')) return undefined;
  const fields = readFields(line);
  if (fields === undefined) return undefined;
  const level = pick(fields, LEVEL_KEYS);
  const message = pick(fields, MESSAGE_KEYS);
  if (level === undefined || message === undefined) return undefined;
  const { stack, rest } = takeStack(fields);
  const head = `${(NUMBERED_LEVELS[level] ?? level).toUpperCase()} ${message}`;
  return [
    ...head.split(/\r\n|\n|\r/),
    ...(rest === '' ? [] : [`  ${rest}`]),
    ...stack.split(/\r\n|\n|\r/),
  ].filter((part) => part.trim() !== '');
}

function pick(fields: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  const key = keys.find((name) => fields.has(name));
  return key === undefined ? undefined : readString(fields.get(key) ?? '');
}

/** The fields that say something, with the text of numbers as it was, and the stack found in them or one level below. */
function takeStack(fields: ReadonlyMap<string, string>): { stack: string; rest: string } {
  const stacks: string[] = [];
  const rest: string[] = [];
  for (const [key, raw] of fields) {
    const inner = raw.startsWith('{') ? readFields(raw) : undefined;
    const innerStack = inner === undefined ? undefined : pick(inner, STACK_KEYS);
    if (innerStack?.includes('\n')) stacks.push(innerStack);
    const ownStack = STACK_KEYS.includes(key) && raw.startsWith('"') ? readString(raw) : undefined;
    if (ownStack !== undefined) stacks.push(ownStack);
    else if (innerStack?.includes('\n') && inner !== undefined) rest.push(...withoutStack(key, inner));
    else if (!DULL_KEYS.has(key)) rest.push(`${key}=${raw}`);
  }
  return { stack: stacks.join('\n'), rest: rest.join(' ') };
}

function withoutStack(key: string, inner: ReadonlyMap<string, string>): string[] {
  return [...inner]
    .filter(([name]) => !STACK_KEYS.includes(name))
    .map(([name, raw]) => `${key}.${name}=${raw}`);
}

/** The text of a raw JSON string; other values as they are written. */
function readString(raw: string): string {
  if (!raw.startsWith('"')) return raw;
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw.slice(1, -1);
  }
}
