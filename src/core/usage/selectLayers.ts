import { LAYERS, type SourceId, type UsageRecord } from './usageRecord.ts';

/** Sources whose best layer does not say which session a call belongs to: it covers the time from its first call to its last. */
const COVERS_ALL_SESSIONS: ReadonlySet<SourceId> = new Set(['copilotChat']);

/** Sources that log a session in several ways. Of all others every record counts. */
export const LAYERED_SOURCES: readonly SourceId[] = ['copilotCli', 'copilotChat'];

const SPANS = LAYERS.indexOf('spans');

/** Of the accounts that several logs give of one session, the best alone, so that nothing is counted twice. */
export function selectLayers(records: readonly UsageRecord[]): UsageRecord[] {
  const best = new Map<string, number>();
  const lastSum = new Map<string, number>();
  const covered = new Map<SourceId, [fromMs: number, toMs: number]>();
  const projects = new Map<string, string>();
  for (const record of records) {
    const session = sessionOf(record);
    if (layerOf(record) > SPANS) noteProject(projects, session, record);
    best.set(session, Math.min(layerOf(record), best.get(session) ?? LAYERS.length));
    if (record.layer === 'sums')
      lastSum.set(session, Math.max(record.timestampMs, lastSum.get(session) ?? 0));
    if (layerOf(record) === 0 && COVERS_ALL_SESSIONS.has(record.source)) widen(covered, record);
  }
  const selected = records.filter((record) => {
    if (layerOf(record) === 0) return true;
    const [fromMs, toMs] = covered.get(record.source) ?? [0, -1];
    if (record.timestampMs >= fromMs && record.timestampMs <= toMs) return false;
    const session = sessionOf(record);
    if (layerOf(record) === best.get(session)) return true;
    // A sum holds all that came before it. What came later, when a session was resumed, no sum holds yet.
    return best.get(session) === LAYERS.indexOf('sums') && record.timestampMs > (lastSum.get(session) ?? 0);
  });
  return projects.size === 0 ? selected : selected.map((record) => placeSpan(record, projects));
}

export function layerOf({ layer }: UsageRecord): number {
  return layer === undefined ? 0 : LAYERS.indexOf(layer);
}

/** The first by name of several, so that it does not depend on the order of the records. */
function noteProject(projects: Map<string, string>, session: string, { project }: UsageRecord): void {
  const known = projects.get(session);
  if (project !== undefined && (known === undefined || project < known)) projects.set(session, project);
}

/** Spans do not name the folder; other accounts of their session do. */
function placeSpan(record: UsageRecord, projects: ReadonlyMap<string, string>): UsageRecord {
  const project = layerOf(record) === SPANS ? projects.get(sessionOf(record)) : undefined;
  return project === undefined ? record : { ...record, project };
}

function sessionOf({ source, sessionId }: UsageRecord): string {
  return `${source}:${sessionId}`;
}

function widen(covered: Map<SourceId, [number, number]>, { source, timestampMs }: UsageRecord): void {
  const [fromMs, toMs] = covered.get(source) ?? [timestampMs, timestampMs];
  covered.set(source, [Math.min(fromMs, timestampMs), Math.max(toMs, timestampMs)]);
}
