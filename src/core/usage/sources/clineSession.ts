import type { UsageTokens } from '../usageRecord.ts';
import type { LogFile, LogSink } from './logSource.ts';
import { parseJson } from './parseJson.ts';
import { stemOf } from './places.ts';
import {
  isObject,
  type JsonObject,
  known,
  readArray,
  readObject,
  readText,
  readTime,
  readTokens,
  readUsd,
} from './readFields.ts';
import { readSafely } from './readSafely.ts';

/** A session of newer builds of Cline: metrics stand with each answer. The sum in the manifest holds other sessions too and is left. */
export function addClineSession(text: string, file: LogFile, sink: LogSink): void {
  const messages = parseMessages(text);
  if (messages === undefined) return sink.skip('torn');
  const manifest = parseJson(file.companions['*.json'] ?? '') ?? {};
  const sessionId = stemOf(file.path).replace(/\.messages$/, '');
  const startMs = readTime(manifest['started_at']);
  for (const [index, message] of messages.entries()) {
    const { metrics, modelInfo, ts, id } = message;
    if (message['role'] !== 'assistant' || !isObject(metrics)) continue;
    const { id: modelId, provider } = readObject(modelInfo);
    const origin = {
      key: `${file.source}:${sessionId}:${readText(id) ?? index}`,
      source: file.source,
      sessionId,
      timestampMs: readTime(ts) ?? readTime(message['timestamp']) ?? startMs ?? 0,
      requests: 1,
      quality: 'reported',
      ...known({
        project: readText(manifest['cwd']),
        model: readText(modelId) ?? readText(manifest['model']),
        provider: readText(provider) ?? readText(manifest['provider']),
        costReportedUsd: readUsd(metrics['cost']),
      }),
    } as const;
    readSafely(sink, () => sink.addRecord({ ...origin, ...readMetrics(metrics) }));
  }
}

function readMetrics(metrics: JsonObject): UsageTokens {
  return {
    inputTokens: readTokens(metrics['inputTokens']) ?? 0,
    cacheReadTokens: readTokens(metrics['cacheReadTokens']) ?? 0,
    cacheWrite5mTokens: readTokens(metrics['cacheWriteTokens']) ?? 0,
    cacheWrite1hTokens: 0,
    outputTokens: readTokens(metrics['outputTokens']) ?? 0,
  };
}

/** An array of messages, or an object that holds it. */
function parseMessages(text: string): JsonObject[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const list = isObject(value) ? value['messages'] : value;
    return Array.isArray(list) ? readArray(list).filter(isObject) : undefined;
  } catch {
    return undefined;
  }
}
