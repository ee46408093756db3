import type { SessionEventBody } from '../sessionEvent.ts';
import type { LogFile, LogSink } from './logSource.ts';
import { parseJson } from './parseJson.ts';
import { stemOf } from './places.ts';
import { prompt } from './prompt.ts';
import {
  isObject,
  type JsonObject,
  known,
  readArray,
  readObject,
  readText,
  readTime,
  readTokens,
} from './readFields.ts';
import { readSafely } from './readSafely.ts';
import { type EventOrigin, emitAll, toolCall } from './toolCalls.ts';
import { toolResult } from './toolResult.ts';

const USD_PER_CREDIT = 0.01;

/** The requests of a chat session as VS Code keeps it. Of a turn with several calls only the last one's prompt is told: a part. */
export function addChatRequests(
  session: JsonObject,
  project: string | undefined,
  file: LogFile,
  sink: LogSink,
): void {
  const sessionId = readText(session['sessionId']) ?? stemOf(file.path);
  for (const request of readArray(session['requests'])) {
    if (!isObject(request)) continue;
    const timestampMs = readTime(request['timestamp']) ?? readTime(session['creationDate']);
    if (timestampMs === undefined) continue;
    const origin = known({ source: file.source, sessionId, project, timestampMs });
    readSafely(sink, () => addRequest(request, origin, sink));
    if (sink.addEvent) emitAll(origin, readEvents(request), sink.addEvent);
  }
}

function addRequest(request: JsonObject, origin: Omit<EventOrigin, 'kind'>, sink: LogSink): void {
  const metadata = readObject(readObject(request['result'])['metadata']);
  const inputTokens = readTokens(request['promptTokens']) ?? readTokens(metadata['promptTokens']);
  const outputTokens = readTokens(request['completionTokens']) ?? readTokens(metadata['outputTokens']);
  if (inputTokens === undefined && outputTokens === undefined) return;
  const isWhole = readArray(metadata['toolCallRounds']).length <= 1 && inputTokens !== undefined;
  const credits = request['copilotCredits'];
  sink.addRecord({
    ...origin,
    key: `copilotChat:${origin.sessionId}:${readText(request['requestId']) ?? origin.timestampMs}`,
    provider: 'copilot',
    requests: 1,
    quality: isWhole ? 'reported' : 'reported-partial',
    layer: 'parts',
    ...known({
      inputTokens,
      outputTokens,
      model: modelOf(request, metadata),
      costReportedUsd: typeof credits === 'number' && credits > 0 ? credits * USD_PER_CREDIT : undefined,
    }),
  });
}

/** With `auto` the service chose the model. */
function modelOf(request: JsonObject, metadata: JsonObject): string | undefined {
  const asked = readText(request['modelId'])?.replace(/^copilot\//, '');
  return asked === undefined || asked === 'auto' ? (readText(metadata['resolvedModel']) ?? asked) : asked;
}

/** What VS Code keeps in place of a text that was too large for it. Of some it tells the size. */
const CUT_TEXT = /^\[VS Code: value truncated for persistence(?:; original (\d{1,12}) chars)?/;

function readEvents(request: JsonObject): SessionEventBody[] {
  const metadata = readObject(readObject(request['result'])['metadata']);
  const text = readText(readObject(request['message'])['text']);
  const results = readObject(metadata['toolCallResults']);
  const calls = readArray(metadata['toolCallRounds']).flatMap((round) =>
    readArray(readObject(round)['toolCalls']),
  );
  return [
    ...(text === undefined || CUT_TEXT.test(text) ? [] : [prompt(text)]),
    ...calls.flatMap((call): SessionEventBody[] => {
      const { id, name, arguments: input } = readObject(call);
      const callId = readText(id) ?? '';
      const made = toolCall(callId, readText(name) ?? 'unknown', readInput(input, callId));
      if (!Object.hasOwn(results, callId)) return [made];
      return [made, ...readResult(callId, readObject(results[callId])['content'])];
    }),
  ];
}

function readInput(input: unknown, callId: string): unknown {
  if (typeof input !== 'string') return input;
  // Two calls are not the same for having lost what they were called with.
  return CUT_TEXT.test(input) ? `${input} ${callId}` : (parseJson(input) ?? input);
}

function readResult(callId: string, content: unknown): SessionEventBody[] {
  const texts = readArray(content).map((part) => readText(readObject(part)['value']) ?? '');
  if (!texts.some((text) => CUT_TEXT.test(text)))
    return [
      toolResult(
        callId,
        texts.map((text) => ({ text })),
      ),
    ];
  const chars = texts.reduce((sum, text) => sum + sizeOf(text), 0);
  return Number.isNaN(chars) ? [] : [{ kind: 'toolResult', callId, chars, isError: false }];
}

/** `NaN` for a text that is gone without a word of its size. */
function sizeOf(text: string): number {
  const cut = CUT_TEXT.exec(text);
  return cut === null ? text.length : Number(cut[1]);
}
