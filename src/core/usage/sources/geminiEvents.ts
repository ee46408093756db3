import type { SessionEventBody } from '../sessionEvent.ts';
import { prompt } from './prompt.ts';
import { isObject, type JsonObject, readArray, readText } from './readFields.ts';
import { type AddEvent, answer, type EventOrigin, emitAll, textOf, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What a message of Gemini CLI tells beside usage. */
export function addGeminiEvents(message: JsonObject, origin: EventOrigin, add: AddEvent): void {
  switch (message['type']) {
    case 'user': {
      const text = textOf(message['content']);
      return emitAll(origin, text === '' ? [] : [prompt(text)], add);
    }
    case 'gemini':
      return emitAll(
        origin,
        [...answer(textOf(message['content'])), ...readArray(message['toolCalls']).flatMap(readToolCall)],
        add,
      );
    case 'error':
      return emitAll(origin, [{ kind: 'error', reason: 'error' }], add);
  }
}

function readToolCall(call: unknown): SessionEventBody[] {
  if (!isObject(call)) return [];
  const callId = readText(call['id']) ?? '';
  const made = toolCall(callId, readText(call['name']) ?? 'unknown', call['args']);
  if (call['status'] === undefined) return [made];
  const isError = call['status'] === 'error';
  const text = typeof call['result'] === 'string' ? call['result'] : JSON.stringify(call['result'] ?? '');
  return [made, toolResult(callId, text, { isError })];
}
