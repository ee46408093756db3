import { readFileSync } from 'node:fs';
import type { SourceId } from '../../../src/core/usage/usageRecord.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';

/** Input, cache reads, cache writes, output. */
export type Counts = [input: number, cacheRead: number, cacheWrite: number, output: number];

/** Something that ccusage counts otherwise, who is right about it, and what it adds to our numbers of each model. */
export type Cause = { name: string; right: string; byModel: Map<string, Counts> };

type Json = Record<string, unknown>;
type Usage = Record<string, number | null | undefined>;

/** Found in the lines themselves, not by our readers. */
export function findCauses(home: string): Cause[] {
  const claude = readLines(home, 'claudeCode');
  return [
    {
      name: 'repeats of a response without a request id counted again',
      right: 'token-meter: it is one response',
      byModel: repeatsWithoutRequest(claude),
    },
    {
      name: 'calls of sub-agents of which only the progress was kept',
      right:
        'ccusage in part: they were made; the reference totals leave them out, as their output is a placeholder',
      byModel: progressOnly(claude),
    },
    {
      name: 'calls of another model inside a response left out',
      right: 'token-meter: they are billed on top',
      byModel: otherModels(claude),
    },
    {
      name: 'two calls in one event of Codex counted as the last one',
      right: 'token-meter: the totals say so',
      byModel: lastOfCodex(home),
    },
    {
      name: 'thoughts of Gemini left out',
      right: 'token-meter: they are billed as output',
      byModel: thoughts(home),
    },
  ];
}

/** It knows those of sub-agents, and lines of the same time. */
function repeatsWithoutRequest(lines: Json[][]): Map<string, Counts> {
  const responses = new Map<string, { model: string; byTime: Map<unknown, Counts> }>();
  for (const line of lines.flat()) {
    const { id, model, usage } = (line['message'] ?? {}) as Json;
    if (line['type'] !== 'assistant' || line['requestId'] !== undefined || line['isSidechain'] === true)
      continue;
    if (!usage || model === '<synthetic>') continue;
    const known = responses.get(String(id)) ?? { model: String(model), byTime: new Map() };
    responses.set(String(id), known);
    known.byTime.set(line['timestamp'], countsOf(usage as Usage));
  }
  const repeats = [...responses.values()].map(({ model, byTime }): [string, Counts] => {
    const all = [...byTime.values()];
    return [model, subtract(all.reduce(add), fullest(all))];
  });
  return sumByModel(repeats);
}

function progressOnly(lines: Json[][]): Map<string, Counts> {
  const responses = new Map<string, [string, Counts[]]>();
  for (const line of lines.flat()) {
    const outer = ((line['data'] ?? {}) as Json)['message'] as Json | undefined;
    const { id, model, usage } = (outer?.['message'] ?? {}) as Json;
    if (line['type'] !== 'progress' || !usage) continue;
    const known = responses.get(String(id)) ?? [String(model), []];
    responses.set(String(id), known);
    known[1].push(countsOf(usage as Usage));
  }
  return sumByModel([...responses.values()].map(([model, all]) => [model, fullest(all)]));
}

function otherModels(lines: Json[][]): Map<string, Counts> {
  const extras = new Map<string, [string, Counts]>();
  for (const line of lines.flat()) {
    const { id, model, usage } = (line['message'] ?? {}) as Json;
    const iterations = ((usage as Json | undefined)?.['iterations'] ?? []) as (Usage & { model?: string })[];
    for (const [index, each] of iterations.entries()) {
      if (each.model !== undefined && each.model !== model)
        extras.set(`${String(id)}#${index}`, [each.model, subtract([0, 0, 0, 0], countsOf(each))]);
    }
  }
  return sumByModel([...extras.values()]);
}

function lastOfCodex(home: string): Map<string, Counts> {
  const differences = readLines(home, 'codex').flatMap((lines) => {
    let model = 'unknown';
    let before: Counts | undefined;
    return lines.flatMap((line): [string, Counts][] => {
      const payload = (line['payload'] ?? {}) as Json;
      if (line['type'] === 'turn_context') model = String(payload['model']);
      const info = payload['info'] as
        | { total_token_usage: Usage; last_token_usage: Usage }
        | null
        | undefined;
      if (payload['type'] !== 'token_count' || !info) return [];
      const total = codexCounts(info.total_token_usage);
      const used = before === undefined ? undefined : subtract(total, before);
      before = total;
      if (used === undefined || used.some((count) => count < 0) || used.every((count) => count === 0))
        return [];
      return [[model, subtract(codexCounts(info.last_token_usage), used)]];
    });
  });
  return sumByModel(differences);
}

function thoughts(home: string): Map<string, Counts> {
  const sessions = findLogs(placesOfHome(home)).filter(({ format }) => format === 'document');
  const messages = sessions.flatMap(({ path }) => {
    const { messages = [] } = JSON.parse(readFileSync(path, 'utf8')) as {
      messages?: { model?: string; tokens?: Usage }[];
    };
    return messages;
  });
  return sumByModel(
    messages.map(({ model = 'unknown', tokens }) => [model, [0, 0, 0, -(tokens?.['thoughts'] ?? 0)]]),
  );
}

/** The lines of each log of a source; what is no JSON is left out. */
function readLines(home: string, source: SourceId): Json[][] {
  const logs = findLogs(placesOfHome(home)).filter(
    (log) => log.source === source && log.path.endsWith('.jsonl'),
  );
  return logs.map(({ path }) => readFileSync(path, 'utf8').split('\n').flatMap(parse));
}

function parse(line: string): Json[] {
  if (!/"usage"|"token_count"|"turn_context"/.test(line)) return [];
  try {
    return [JSON.parse(line) as Json];
  } catch {
    return [];
  }
}

function countsOf(usage: Usage): Counts {
  const count = (name: string) => usage[name] ?? 0;
  return [
    count('input_tokens'),
    count('cache_read_input_tokens'),
    count('cache_creation_input_tokens'),
    count('output_tokens'),
  ];
}

function codexCounts(usage: Usage): Counts {
  const cached = usage['cached_input_tokens'] ?? 0;
  return [(usage['input_tokens'] ?? 0) - cached, cached, 0, usage['output_tokens'] ?? 0];
}

function fullest(all: readonly Counts[]): Counts {
  return all.reduce((best, each) => (each[3] > best[3] ? each : best));
}

function sumByModel(pairs: readonly [string, Counts][]): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  for (const [model, counts] of pairs) sums.set(model, add(sums.get(model) ?? [0, 0, 0, 0], counts));
  return sums;
}

function add(a: Counts, b: Counts): Counts {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

function subtract(a: Counts, b: Counts): Counts {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];
}
