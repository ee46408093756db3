import type { SessionEventBody } from '../sessionEvent.ts';
import { parseJson } from './parseJson.ts';
import { prompt } from './prompt.ts';
import { type JsonObject, readArray, readText } from './readFields.ts';
import { type AddEvent, answer, type EventOrigin, emitAll, textOf, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What a line of a Codex rollout tells beside usage. */
export function addCodexEvents(
  line: JsonObject,
  payload: JsonObject,
  origin: EventOrigin,
  add: AddEvent,
): void {
  switch (line['type']) {
    case 'response_item':
      return emitAll(origin, readItem(payload), add);
    case 'event_msg':
      return emitAll(origin, readEvent(payload), add);
    case 'turn_context': {
      const model = readText(payload['model']);
      return emitAll(origin, model === undefined ? [] : [{ kind: 'model', model }], add);
    }
    case 'compacted':
      return emitAll(origin, [{ kind: 'compaction' }], add);
  }
}

function readItem(item: JsonObject): SessionEventBody[] {
  const callId = readText(item['call_id']) ?? readText(item['id']) ?? '';
  const name = readText(item['name']) ?? readText(item['type']) ?? 'unknown';
  switch (item['type']) {
    case 'function_call': {
      const input = readText(item['arguments']) ?? '';
      return [toolCall(callId, name, parseJson(input) ?? input)];
    }
    case 'custom_tool_call':
      return [toolCall(callId, name, item['input'])];
    case 'local_shell_call':
    case 'web_search_call':
      return [toolCall(callId, name, item['action'])];
    case 'function_call_output':
    case 'custom_tool_call_output':
      return [readOutput(callId, item['output'])];
    case 'message':
      return readMessage(item);
    default:
      return [];
  }
}

/** What Codex itself says in the name of the user: the project's instructions, the place it runs in. */
const NOT_A_PROMPT = /^\s*(?:<[a-z_]+>|# AGENTS\.md instructions)/;

/** Output names its exit code, and the tokens it had before it was cut. */
function readOutput(callId: string, output: unknown): SessionEventBody {
  const text = textOf(output);
  const head = text.slice(0, 400);
  const exitCode = /exited with code (\d+)/.exec(head)?.[1];
  const tokens = /Original token count: (\d{1,12})\b/.exec(head)?.[1];
  return toolResult(callId, output, {
    isError: exitCode !== undefined && exitCode !== '0',
    tokens: tokens === undefined ? undefined : Number(tokens),
  });
}

function readEvent(event: JsonObject): SessionEventBody[] {
  if (event['type'] === 'turn_aborted')
    return [{ kind: 'error', reason: readText(event['reason']) ?? 'aborted' }];
  if (event['type'] === 'error') return [{ kind: 'error', reason: 'error' }];
  return [];
}

function readMessage({ role, content }: JsonObject): SessionEventBody[] {
  const text = textOf(readArray(content));
  if (role === 'assistant') return answer(text);
  return role !== 'user' || text === '' || NOT_A_PROMPT.test(text) ? [] : [prompt(text)];
}
