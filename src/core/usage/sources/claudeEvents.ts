import type { SessionEventBody } from '../sessionEvent.ts';
import { isObject, type JsonObject, known, readArray, readObject, readText } from './readFields.ts';
import {
  type AddEvent,
  type EventOrigin,
  emitAll,
  prompt,
  sizeOfContent,
  textOf,
  toolCall,
} from './toolCalls.ts';

/** What a line of Claude Code's transcript tells beside usage. */
export function addClaudeEvents(line: JsonObject, origin: EventOrigin, add: AddEvent): void {
  switch (line['type']) {
    case 'assistant':
      return emitAll(origin, readAssistant(line), add);
    case 'user':
      return emitAll(origin, readUser(line), add);
    case 'system':
      return emitAll(origin, readSystem(line), add);
    case 'mode':
      return emitAll(origin, [{ kind: 'mode', mode: readText(line['mode']) ?? 'unknown' }], add);
  }
}

function readAssistant(line: JsonObject): SessionEventBody[] {
  const message = readObject(line['message']);
  if (message['model'] === '<synthetic>') {
    return [{ kind: 'error', reason: readText(line['error']) ?? 'interrupted' }];
  }
  return readArray(message['content']).flatMap((block) => {
    if (!isObject(block) || block['type'] !== 'tool_use') return [];
    return [toolCall(readText(block['id']) ?? '', readText(block['name']) ?? 'unknown', block['input'])];
  });
}

function readUser(line: JsonObject): SessionEventBody[] {
  const content = readObject(line['message'])['content'];
  // `toolUseResult` beside the message is for the screen: the model only gets the content.
  const results = readArray(content).filter((block) => isObject(block) && block['type'] === 'tool_result');
  if (results.length > 0) {
    return results.map((block) => {
      const { tool_use_id, content, is_error } = readObject(block);
      const callId = readText(tool_use_id) ?? '';
      return { kind: 'toolResult', callId, ...sizeOfContent(content), isError: is_error === true };
    });
  }
  if (line['isMeta'] === true || line['isCompactSummary'] === true) return [];
  const text = textOf(content);
  return text === '' ? [] : [prompt(text)];
}

function readSystem(line: JsonObject): SessionEventBody[] {
  switch (line['subtype']) {
    case 'compact_boundary': {
      const { trigger, preTokens, postTokens } = readObject(line['compactMetadata']);
      const sizes = { beforeTokens: readNumber(preTokens), afterTokens: readNumber(postTokens) };
      return [{ kind: 'compaction', ...known({ trigger: readText(trigger), ...sizes }) }];
    }
    case 'microcompact_boundary': {
      const { preTokens, tokensSaved } = readObject(line['microcompactMetadata']);
      const [before, saved] = [readNumber(preTokens), readNumber(tokensSaved)];
      const after = before === undefined || saved === undefined ? undefined : before - saved;
      return [
        { kind: 'compaction', trigger: 'micro', ...known({ beforeTokens: before, afterTokens: after }) },
      ];
    }
    case 'api_error':
      return [{ kind: 'retry', ...known({ attempt: readNumber(line['retryAttempt']) }) }];
    case 'model_refusal_fallback':
      return [{ kind: 'error', reason: 'model_refusal_fallback' }];
    default:
      return [];
  }
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
