import type { SessionEventBody } from '../sessionEvent.ts';
import { prompt } from './prompt.ts';
import { type JsonObject, known, readObject, readText } from './readFields.ts';
import { type AddEvent, answer, type EventOrigin, emitAll, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What a line of Copilot CLI's events tells beside usage. */
export function addCopilotEvents(line: JsonObject, origin: EventOrigin, add: AddEvent): void {
  emitAll(origin, readEvent(line['type'], readObject(line['data'])), add);
}

function readEvent(type: unknown, data: JsonObject): SessionEventBody[] {
  const callId = readText(data['toolCallId']) ?? '';
  switch (type) {
    case 'tool.execution_start':
      return [toolCall(callId, readText(data['toolName']) ?? 'unknown', data['arguments'])];
    case 'tool.execution_complete': {
      const { content } = readObject(data['result']);
      return [toolResult(callId, content, { isError: data['success'] === false })];
    }
    case 'user.message': {
      const text = readText(data['content']);
      return text === undefined ? [] : [prompt(text)];
    }
    case 'assistant.message':
      return answer(readText(data['content']) ?? '');
    case 'session.compaction_complete':
      return [{ kind: 'compaction', ...known({ trigger: readText(data['trigger']) }) }];
    case 'session.model_change': {
      const model = readText(data['newModel']) ?? readText(data['model']);
      return model === undefined ? [] : [{ kind: 'model', model }];
    }
    case 'session.error':
    case 'abort':
      return [{ kind: 'error', reason: readText(data['reason']) ?? type }];
    default:
      return [];
  }
}
