import { creditsToUsd, splitInput } from './copilotUsage.ts';
import { type LogFile, type LogSink, linesFormat } from './logSource.ts';
import {
  type JsonObject,
  known,
  readArray,
  readObject,
  readText,
  readTime,
  readTokens,
} from './readFields.ts';

/** What Copilot CLI exports by OpenTelemetry into a file, where that is turned on: a span per request, in between tools and sums. */
export const COPILOT_SPANS = linesFormat<Record<string, never>>({
  marks: ['"gen_ai.usage.input_tokens"'],
  start: () => ({}),
  readLine,
});

/** A request may be exported as a span and as an event of the same response: then the span is valid. */
const REVISIONS: Readonly<Record<string, number>> = {
  chat: 1,
  'gen_ai.client.inference.operation.details': 0,
};

function readLine(line: JsonObject, _: unknown, sink: LogSink, { source }: LogFile): void {
  const attributes = readObject(line['attributes']);
  const count = (name: string) => readTokens(attributes[`gen_ai.usage.${name}`]);
  const kind = readText(attributes['gen_ai.operation.name']) ?? readText(attributes['event.name']) ?? '';
  const revision = Object.hasOwn(REVISIONS, kind) ? REVISIONS[kind] : undefined;
  const timestampMs = readClock(line['endTime']) ?? readClock(line['hrTime']) ?? readClock(line['timestamp']);
  const input = count('input_tokens');
  // Spans of agents hold the sum of those of their requests.
  if (revision === undefined || timestampMs === undefined || input === undefined) return;
  const { traceId, spanId } = line;
  const call = readText(attributes['gen_ai.response.id']) ?? `${String(traceId)}:${String(spanId)}`;
  const cacheWrite = count('cache_creation.input_tokens') ?? count('cache_write.input_tokens') ?? 0;
  const credits = attributes['github.copilot.nano_aiu'];
  sink.addRecord({
    ...splitInput(input, count('cache_read.input_tokens') ?? 0, cacheWrite),
    outputTokens: count('output_tokens') ?? 0,
    key: `copilotCli:span:${call}`,
    source,
    sessionId: readText(attributes['gen_ai.conversation.id']) ?? readText(traceId) ?? 'unknown',
    timestampMs,
    provider: 'copilot',
    requests: 1,
    quality: 'reported',
    layer: 'spans',
    revision,
    ...known({
      reasoningTokens: count('reasoning.output_tokens'),
      model: readText(attributes['gen_ai.response.model']) ?? readText(attributes['gen_ai.request.model']),
      costReportedUsd: creditsToUsd(typeof credits === 'number' ? Math.max(credits, 0) : undefined),
    }),
  });
}

/** Seconds and nanoseconds, or any other time. */
function readClock(value: unknown): number | undefined {
  const [seconds, nanoseconds] = readArray(value);
  if (typeof seconds !== 'number') return readTime(value);
  return readTime(seconds * 1000 + Math.floor((typeof nanoseconds === 'number' ? nanoseconds : 0) / 1e6));
}
