import type { SessionEventBody } from '../sessionEvent.ts';
import { claudeDefinitions } from './claudeDefinitions.ts';
import { prompt } from './prompt.ts';
import {
  isObject,
  type JsonObject,
  known,
  readArray,
  readNumber,
  readObject,
  readText,
} from './readFields.ts';
import { type AddEvent, answer, type EventOrigin, emitAll, textOf, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

/** What Claude Code itself writes in the name of the user: output of `!` and slash commands, notices. */
const NOT_A_PROMPT =
  /^\s*(?:<(?:command-name|command-message|local-command-\w+|bash-(?:input|stdout|stderr)|task-notification|ci-monitor-event)>|\[Request interrupted|Caveat: )/;
/** References that stand before a person's own words, and a hint behind a plan. */
const REMINDER =
  /<system-reminder>[\s\S]*?<\/system-reminder>\s*|\s*If you need specific details from before exiting plan mode[^\n]*/g;

/** What a line of Claude Code's transcript tells beside usage. */
export function addClaudeEvents(line: JsonObject, origin: EventOrigin, add: AddEvent): void {
  switch (line['type']) {
    case 'assistant':
      return emitAll(origin, readAssistant(line), add);
    case 'user':
      return emitAll(origin, readUser(line), add);
    case 'system':
      return emitAll(origin, readSystem(line), add);
    case 'attachment': {
      const attachment = readObject(line['attachment']);
      const ended = readNotification(readText(attachment['prompt']) ?? '');
      return emitAll(origin, [...claudeDefinitions(attachment), ...ended], add);
    }
    case 'mode':
      return emitAll(origin, [{ kind: 'mode', mode: readText(line['mode']) ?? 'unknown' }], add);
  }
}

function readAssistant(line: JsonObject): SessionEventBody[] {
  const message = readObject(line['message']);
  if (message['model'] === '<synthetic>') {
    return [{ kind: 'error', reason: readText(line['error']) ?? reasonOf(textOf(message['content'])) }];
  }
  return readArray(message['content']).flatMap((block): SessionEventBody[] => {
    if (!isObject(block)) return [];
    if (block['type'] === 'text') return answer(readText(block['text']) ?? '');
    if (block['type'] !== 'tool_use') return [];
    return [toolCall(readText(block['id']) ?? '', readText(block['name']) ?? 'unknown', block['input'])];
  });
}

/** Older versions say it in words alone. */
function reasonOf(text: string): string {
  return /^Claude AI usage limit reached/.test(text) ? 'rate_limit' : 'interrupted';
}

function readUser(line: JsonObject): SessionEventBody[] {
  const content = readObject(line['message'])['content'];
  // `toolUseResult` beside the message is for the screen: the model only gets the content.
  const results = readArray(content).filter((block) => isObject(block) && block['type'] === 'tool_result');
  if (results.length > 0) {
    return results.flatMap((block) => {
      const { tool_use_id, content, is_error } = readObject(block);
      const callId = readText(tool_use_id) ?? '';
      const lines = readLines(line['toolUseResult']);
      const result = toolResult(callId, content, { isError: is_error === true, ...lines });
      return [result, ...subAgent(callId, readNumber(readObject(line['toolUseResult'])['totalTokens']))];
    });
  }
  if (line['isMeta'] === true || line['isCompactSummary'] === true) return [];
  const text = textOf(content).replace(REMINDER, '');
  if (text === '') return [];
  return NOT_A_PROMPT.test(text) ? readNotification(text) : [prompt(text)];
}

/** A sub-agent that ran in the background tells when it has ended. */
function readNotification(text: string): SessionEventBody[] {
  const callId = /^\s*<task-notification>[\s\S]{0,500}?<tool-use-id>([\w-]{1,80})</.exec(text)?.[1];
  const tokens = /<subagent_tokens>(\d{1,12})<[\s\S]{0,200}$/.exec(text.slice(-400))?.[1];
  return callId === undefined || tokens === undefined ? [] : subAgent(callId, Number(tokens));
}

function subAgent(callId: string, tokens: number | undefined): SessionEventBody[] {
  return tokens === undefined || tokens === 0 ? [] : [{ kind: 'subAgent', callId, tokens }];
}

/** Which lines of a file were read, and how much of one that was written is new. */
function readLines(result: unknown) {
  const { file, type, structuredPatch } = readObject(result);
  const { startLine, numLines, totalLines } = readObject(file);
  return {
    firstLine: readNumber(startLine),
    lineCount: readNumber(numLines),
    totalLines: readNumber(totalLines),
    changedChars: type === 'update' ? countChanged(structuredPatch) : undefined,
  };
}

function countChanged(patch: unknown): number {
  const lines = readArray(patch).flatMap((hunk) => readArray(readObject(hunk)['lines']));
  return lines.reduce<number>(
    (sum, line) => sum + (typeof line === 'string' && line.startsWith('+') ? line.length : 0),
    0,
  );
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
