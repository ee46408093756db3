import type { SessionEventBody } from '../sessionEvent.ts';
import type { LogFile, LogSink } from './logSource.ts';
import { prompt } from './prompt.ts';
import { type JsonObject, known, readObject, readText, readTime } from './readFields.ts';
import { answer, emitAll, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What a part of a message of OpenCode tells beside usage; the row has the time and the role of its message and the folder of its session. */
export function addOpenCodeEvents(part: JsonObject, { source }: LogFile, { addEvent }: LogSink): void {
  const timestampMs =
    readTime(readObject(readObject(part['state'])['time'])['start']) ?? readTime(part['time_created']);
  if (timestampMs === undefined || addEvent === undefined) return;
  const sessionId = readText(part['session_id']) ?? 'unknown';
  const origin = known({ source, sessionId, project: readText(part['directory']), timestampMs });
  emitAll(origin, readPart(part), addEvent);
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

function readTool(part: JsonObject): SessionEventBody[] {
  const state = readObject(part['state']);
  const callId = readText(part['callID']) ?? '';
  const call = toolCall(callId, readText(part['tool']) ?? 'unknown', state['input']);
  const isError = state['status'] === 'error';
  // One under way has given nothing yet.
  if (!isError && state['status'] !== 'completed') return [call];
  const text = readText(state['output']) ?? readText(state['error']) ?? '';
  return [call, toolResult(callId, text, { isError })];
}
