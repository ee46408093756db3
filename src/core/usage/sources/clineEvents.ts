import type { SessionEventBody } from '../sessionEvent.ts';
import { parseJson } from './parseJson.ts';
import { prompt } from './prompt.ts';
import { type JsonObject, known, readNumber, readObject, readText, readTime } from './readFields.ts';
import { type AddEvent, answer, type EventOrigin, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What the messages of a task of Cline, Roo Code or Kilo Code tell beside usage. The origin lacks the time, which is each message's. */
export function addClineEvents(
  messages: readonly JsonObject[],
  origin: Omit<EventOrigin, 'timestampMs'>,
  add: AddEvent,
): void {
  const task = { mode: '', model: '' };
  for (const [index, message] of messages.entries()) {
    const timestampMs = readTime(message['ts']);
    // One that was cut off while it was shown says nothing for sure.
    if (timestampMs === undefined || message['partial'] === true) continue;
    const bodies = [...readChanges(message, task), ...readEvents(message, index, messages)];
    for (const body of bodies) add({ ...origin, timestampMs, ...body });
  }
}

function kindOf(message: JsonObject | undefined): string | undefined {
  return readText(message?.['say']) ?? readText(message?.['ask']);
}

/** Mode and model stand with each message; only a change tells something. */
function readChanges({ modelInfo }: JsonObject, task: { mode: string; model: string }): SessionEventBody[] {
  const { mode = task.mode, modelId = task.model } = readObject(modelInfo);
  const changes: SessionEventBody[] = [];
  if (typeof mode === 'string' && mode !== task.mode) changes.push({ kind: 'mode', mode });
  if (typeof modelId === 'string' && modelId !== task.model) changes.push({ kind: 'model', model: modelId });
  Object.assign(task, { mode, model: modelId });
  return changes;
}

function readEvents(message: JsonObject, index: number, messages: readonly JsonObject[]): SessionEventBody[] {
  const callId = String(message['ts']);
  const text = readText(message['text']) ?? '';
  const content = () => parseJson(text) ?? {};
  const kind = kindOf(message);
  switch (kind) {
    case 'task':
    case 'user_feedback':
      return text === '' ? [] : [prompt(text)];
    case 'text':
      // A task begins with what a person asked for.
      return index === 0 && text !== '' ? [prompt(text)] : answer(text);
    case 'completion_result':
      return answer(text);
    case 'tool':
      return [toolCall(callId, readText(content()['tool']) ?? 'unknown', content())];
    case 'command':
      return [toolCall(callId, 'execute_command', { command: text }), ...readOutput(callId, index, messages)];
    case 'error':
    case 'mistake_limit_reached':
    case 'api_req_failed':
      return [{ kind: 'error', reason: kind }];
    case 'api_req_retried':
      return [{ kind: 'retry' }];
    case 'compaction':
      return [readCompaction(content(), 'tokensBefore', 'tokensAfter')];
    case 'condense_context':
      return [
        readCompaction(readObject(message['contextCondense']), 'prevContextTokens', 'newContextTokens'),
      ];
    default:
      return [];
  }
}

/** What a command printed, which may come in several messages behind it. */
function readOutput(callId: string, index: number, messages: readonly JsonObject[]): SessionEventBody[] {
  const rest = messages.slice(index + 1);
  const end = rest.findIndex((message) => kindOf(message) !== 'command_output');
  const output = rest.slice(0, end === -1 ? rest.length : end).map(({ text }) => readText(text) ?? '');
  return output.length === 0 ? [] : [toolResult(callId, output.join('\n'))];
}

function readCompaction(sizes: JsonObject, before: string, after: string): SessionEventBody {
  return {
    kind: 'compaction',
    ...known({ beforeTokens: readNumber(sizes[before]), afterTokens: readNumber(sizes[after]) }),
  };
}
