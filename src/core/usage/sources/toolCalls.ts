import { hashText } from '../../hashText.ts';
import type { SessionEvent, SessionEventBody, ToolAction } from '../sessionEvent.ts';
import { type CommandFacts, readCommand } from './readCommand.ts';
import { isObject, type JsonObject, known, readArray, readText } from './readFields.ts';

export type EventOrigin = Omit<SessionEvent, 'kind'> & { kind?: never };
export type AddEvent = (event: SessionEvent) => void;

/** What the tools of the agents do, by their names in lower case. */
const ACTIONS: Readonly<Record<string, ToolAction>> = {
  ...named('read', 'read notebookread read_file read_many_files readfile view view_image cat'),
  ...named(
    'edit',
    'edit multiedit notebookedit replace apply_patch patch str_replace str_replace_editor editedexistingfile applydiff apply_diff edit_file replace_in_file insert_content search_and_replace replace_string_in_file insert_edit_into_file',
  ),
  ...named('write', 'write write_file create create_file newfilecreated write_to_file'),
  ...named(
    'search',
    'grep glob ls list search_file_content grep_search grep_files list_directory list_dir list_files searchfiles search_files file_search codebase_search semantic_search rg',
  ),
  ...named(
    'run',
    'bash powershell shell shell_command exec_command run_shell_command local_shell_call execute_command run_in_terminal write_stdin',
  ),
  ...named('delegate', 'task agent subtask delegate new_task skill'),
};

function named(action: ToolAction, names: string): Record<string, ToolAction> {
  return Object.fromEntries(names.split(' ').map((name) => [name, action]));
}

const PATHS = ['file_path', 'filePath', 'absolute_path', 'path', 'notebook_path'] as const;
const COMMANDS = ['command', 'cmd'] as const;
const NAMES = ['skill', 'subagent_type'] as const;

export function toolCall(callId: string, tool: string, input: unknown): SessionEventBody {
  const text = typeof input === 'string' ? input : JSON.stringify(input ?? null);
  return {
    kind: 'toolCall',
    callId,
    tool,
    inputHash: hashText(text),
    inputChars: text.length,
    ...readFacts(actionOf(tool), isObject(input) ? input : {}, text),
  };
}

function actionOf(tool: string): ToolAction {
  const name = tool.toLowerCase();
  return Object.hasOwn(ACTIONS, name) ? (ACTIONS[name] ?? 'other') : 'other';
}

function readFacts(action: ToolAction, fields: JsonObject, text: string): CommandFacts {
  const command = findText(fields, COMMANDS);
  if (action === 'run' && command !== undefined) return readCommand(command, readText(fields['workdir']));
  // Codex polls what it runs.
  if (action === 'run' && fields['chars'] === '') return { action, commandScope: 'wait' };
  const target =
    findText(fields, PATHS) ?? findText(fields, NAMES) ?? hostOf(fields['url']) ?? patchedFile(action, text);
  return {
    action,
    ...known({
      target,
      firstLine: readLineNumber(fields['offset']) ?? readLineNumber(fields['readLineStart']),
      lineCount: readLineNumber(fields['limit']),
    }),
  };
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

/** What a model wrote for a person, if anything. */
export function answer(text: string): SessionEventBody[] {
  return text === '' ? [] : [{ kind: 'answer', chars: text.length }];
}

function findText(fields: JsonObject, names: readonly string[]): string | undefined {
  return names.map((name) => readTarget(fields[name])).find((value) => value !== undefined);
}

function readTarget(value: unknown): string | undefined {
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string').join(' ') : readText(value);
}

function hostOf(value: unknown): string | undefined {
  return /^https?:\/\/(?:[^/@\s]*@)?([^/?#\s]+)/.exec(readText(value) ?? '')?.[1];
}

/** The file that a patch in Codex's form begins with. */
function patchedFile(action: ToolAction, text: string): string | undefined {
  if (action !== 'edit') return undefined;
  return /\*\*\* (?:Update|Add|Delete) File: ([^\n\\]+)/.exec(text)?.[1]?.trim();
}

function readLineNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
