import { hashText } from '../../hashText.ts';
import type { SessionEvent, SessionEventBody, ToolAction } from '../sessionEvent.ts';
import { isObject, known, readArray, readText } from './readFields.ts';

export type EventOrigin = Omit<SessionEvent, 'kind'> & { kind?: never };
export type AddEvent = (event: SessionEvent) => void;

/** What the tools of the agents do, by their names in lower case. */
const ACTIONS: Readonly<Record<string, ToolAction>> = {
  ...named('read', 'read notebookread read_file read_many_files readfile view view_image cat'),
  ...named(
    'edit',
    'edit multiedit notebookedit replace apply_patch patch str_replace editedexistingfile applydiff',
  ),
  ...named('write', 'write write_file create newfilecreated write_to_file'),
  ...named(
    'search',
    'grep glob ls search_file_content grep_search list_directory searchfiles codebase_search rg',
  ),
  ...named(
    'run',
    'bash powershell shell exec_command run_shell_command local_shell_call execute_command write_stdin',
  ),
  ...named('delegate', 'task agent subtask delegate new_task skill'),
};

function named(action: ToolAction, names: string): Record<string, ToolAction> {
  return Object.fromEntries(names.split(' ').map((name) => [name, action]));
}

const TARGETS = [
  'file_path',
  'filePath',
  'absolute_path',
  'path',
  'notebook_path',
  'command',
  'cmd',
  'pattern',
  'query',
  'url',
] as const;

export function toolCall(callId: string, tool: string, input: unknown): SessionEventBody {
  const fields = isObject(input) ? input : {};
  const target = TARGETS.map((name) => readTarget(fields[name])).find((value) => value !== undefined);
  return {
    kind: 'toolCall',
    callId,
    tool,
    action: Object.hasOwn(ACTIONS, tool.toLowerCase()) ? (ACTIONS[tool.toLowerCase()] ?? 'other') : 'other',
    inputHash: hashText(typeof input === 'string' ? input : JSON.stringify(input ?? null)),
    ...known({
      target,
      firstLine: readLineNumber(fields['offset']) ?? readLineNumber(fields['readLineStart']),
      lineCount: readLineNumber(fields['limit']),
    }),
  };
}

/** The size of what a model was given: text, or blocks of text and images. */
export function sizeOfContent(content: unknown): { chars: number; images?: number } {
  if (typeof content === 'string') return { chars: content.length };
  let [chars, images] = [0, 0];
  for (const block of readArray(content)) {
    if (!isObject(block)) continue;
    if (block['type'] === 'image') images += 1;
    chars += readText(block['text'])?.length ?? 0;
  }
  return images === 0 ? { chars } : { chars, images };
}

export function prompt(text: string): SessionEventBody {
  return { kind: 'prompt', hash: hashText(text), chars: text.length };
}

export function emitAll(origin: EventOrigin, bodies: readonly SessionEventBody[], add: AddEvent): void {
  for (const body of bodies) add({ ...origin, ...body });
}

/** The text blocks of a message. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return readArray(content)
    .map((block) => (isObject(block) ? (readText(block['text']) ?? '') : ''))
    .join('');
}

function readTarget(value: unknown): string | undefined {
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string').join(' ') : readText(value);
}

function readLineNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
