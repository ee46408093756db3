import type { SessionEventBody } from '../sessionEvent.ts';
import type { LogFile, LogSink } from './logSource.ts';
import { prompt } from './prompt.ts';
import { isObject, type JsonObject, known, readArray, readObject, readText, readTime } from './readFields.ts';
import { answer, emitAll, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What a part of a message of OpenCode tells beside usage; the row has the time and the role of its message and the folder of its session. */
export function addPartEvents(part: JsonObject, { source }: LogFile, { addEvent }: LogSink): void {
  const timestampMs =
    readTime(readObject(readObject(part['state'])['time'])['start']) ?? readTime(part['time_created']);
  if (timestampMs === undefined || addEvent === undefined) return;
  const sessionId = readText(part['session_id']) ?? 'unknown';
  const origin = known({ source, sessionId, project: readText(part['directory']), timestampMs });
  emitAll(origin, readPart(part), addEvent);
}

/** What a message of OpenCode 2, with all its parts, tells beside usage. */
export function addSessionMessageEvents(
  message: JsonObject,
  { source }: LogFile,
  { addEvent }: LogSink,
): void {
  const timestampMs = createdAt(message) ?? readTime(message['time_created']);
  if (timestampMs === undefined || addEvent === undefined) return;
  const sessionId = readText(message['session_id']) ?? 'unknown';
  const origin = known({ source, sessionId, project: readText(message['directory']), timestampMs });
  const text = readText(message['text']) ?? '';
  if (message['type'] === 'user' && text !== '') emitAll(origin, [prompt(text)], addEvent);
  if (message['type'] === 'compaction') emitAll(origin, [{ kind: 'compaction' }], addEvent);
  if (message['type'] !== 'assistant') return;
  for (const part of readArray(message['content']).filter(isObject)) {
    emitAll({ ...origin, timestampMs: createdAt(part) ?? timestampMs }, readContent(part), addEvent);
  }
}

function createdAt({ time }: JsonObject): number | undefined {
  return readTime(readObject(time)['created']);
}

function readContent(part: JsonObject): SessionEventBody[] {
  if (part['type'] === 'text') return answer(readText(part['text']) ?? '');
  if (part['type'] !== 'tool') return [];
  const { status, input, content, error } = readObject(part['state']);
  const output = status === 'error' ? readText(readObject(error)['message']) : content;
  return readCall(part['id'], part['name'], { status, input, output });
}

function readPart(part: JsonObject): SessionEventBody[] {
  const text = readText(part['text']) ?? '';
  switch (part['type']) {
    case 'tool':
      return readTool(part);
    case 'text':
      // What OpenCode itself adds to a prompt is marked.
      if (text === '' || part['synthetic'] === true) return [];
      return part['role'] === 'user' ? [prompt(text)] : answer(text);
    case 'compaction':
      return [{ kind: 'compaction', trigger: part['auto'] === true ? 'auto' : 'manual' }];
    case 'retry':
      return [{ kind: 'retry' }];
    default:
      return [];
  }
}

function readTool({ callID, tool, state }: JsonObject): SessionEventBody[] {
  const { status, input, output, error } = readObject(state);
  return readCall(callID, tool, { status, input, output: output ?? error });
}

function readCall(id: unknown, tool: unknown, { status, input, output }: JsonObject): SessionEventBody[] {
  const callId = readText(id) ?? '';
  const call = toolCall(callId, readText(tool) ?? 'unknown', input);
  const isError = status === 'error';
  // One under way has given nothing yet.
  return isError || status === 'completed' ? [call, toolResult(callId, output ?? '', { isError })] : [call];
}
