import { hashText } from '../hashText.ts';
import { addUsd } from '../usage/aggregateUsage.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';
import { countOverlaps } from './countOverlaps.ts';
import { DETECTOR_IDS, type DetectorId } from './detectorId.ts';
import type { Draft } from './draft.ts';
import type { Evidence, Finding, FindingKind, Severity } from './finding.ts';
import type { ModelTerms } from './modelTerms.ts';
import type { Thread } from './thread.ts';

/** What was found, the most expensive first, and what it comes to; the two kinds are never added. */
export type Waste = {
  findings: Finding[];
  measured: WasteSum;
  estimated: WasteSum;
  /** Of all records, priced ones only. */
  spentUsd: number;
};

/** Tokens and dollars that count; findings without a price have none. */
export type WasteSum = { findings: number; tokens: number; costUsd: number };

const LIMITS = {
  /** Below both, a finding is not worth reading. */
  leastUsd: 0.01,
  leastTokens: 2000,
  /** Of what was spent on all: worth a change of habit, worth a look. */
  highShare: 0.02,
  mediumShare: 0.005,
  mostItems: 20,
};

export type Found = { detector: DetectorId; draft: Draft };

/** What tells a finding from others. */
export type FindingKey = { id: string; detector: DetectorId; project?: string };

/** Weighs what was found against each other and against all that was spent. What is not wanted claims no tokens either. */
export function weighWaste(
  found: readonly Found[],
  records: readonly UsageRecord[],
  { costUsd }: ModelTerms,
  isWanted: (key: FindingKey) => boolean = () => true,
): Waste {
  const spentUsd = records.reduce((sum, record) => addUsd(sum, costUsd(record) || 0), 0);
  const ranked = found
    .filter((each) => isWorthReading(each.draft) && isWanted(keyOf(each)))
    .sort(compareDrafts);
  const shares = countOverlaps(ranked.map(({ draft }) => draft));
  const findings = ranked.map(({ detector, draft }, index) =>
    toFinding(detector, draft, shares[index] ?? 1, spentUsd),
  );
  return {
    findings: findings.sort((a, b) => (b.costUsd ?? 0) - (a.costUsd ?? 0) || b.tokens - a.tokens),
    measured: sumFindings(findings, 'measured'),
    estimated: sumFindings(findings, 'estimated'),
    spentUsd,
  };
}

/** What findings of one kind come to; what overlaps counts once. */
export function sumFindings(findings: readonly Finding[], kind: FindingKind): WasteSum {
  const own = findings.filter((finding) => finding.kind === kind);
  return {
    findings: own.length,
    tokens: own.reduce((sum, { countedTokens }) => sum + countedTokens, 0),
    costUsd: own.reduce((sum, { countedCostUsd = 0 }) => addUsd(sum, countedCostUsd), 0),
  };
}

function keyOf({ detector, draft: { threads, subject } }: Found): FindingKey {
  const [first] = threads;
  const id = hashText(`${detector}\n${threads.length === 1 ? first?.key : ''}\n${subject}`);
  return { id, detector, ...(first?.project !== undefined && { project: first.project }) };
}

function isWorthReading({ tokens, costUsd }: Draft): boolean {
  return tokens >= LIMITS.leastTokens && !(costUsd < LIMITS.leastUsd);
}

/** Measured first: an estimate does not take away from what is known. Then as detectors are listed, the most expensive first. */
function compareDrafts(a: Found, b: Found): number {
  return (
    Number(a.draft.kind === 'estimated') - Number(b.draft.kind === 'estimated') ||
    DETECTOR_IDS.indexOf(a.detector) - DETECTOR_IDS.indexOf(b.detector) ||
    (b.draft.costUsd || 0) - (a.draft.costUsd || 0) ||
    b.draft.tokens - a.draft.tokens
  );
}

function toFinding(detector: DetectorId, draft: Draft, share: number, spentUsd: number): Finding {
  const { title, kind, formula, tokens, confidence, action } = draft;
  const costUsd = Number.isNaN(draft.costUsd) ? undefined : draft.costUsd;
  return {
    id: keyOf({ detector, draft }).id,
    detector,
    title,
    kind,
    formula,
    tokens,
    costUsd,
    countedTokens: Math.round(tokens * share),
    countedCostUsd: costUsd === undefined ? undefined : costUsd * share,
    severity: severityOf(costUsd, spentUsd),
    confidence,
    evidence: toEvidence(draft),
    action,
  };
}

function severityOf(costUsd: number | undefined, spentUsd: number): Severity {
  const share = spentUsd > 0 ? (costUsd ?? 0) / spentUsd : 0;
  if (share >= LIMITS.highShare) return 'high';
  return share >= LIMITS.mediumShare ? 'medium' : 'low';
}

function toEvidence({ threads, charges, firstMs, lastMs, items }: Draft): Evidence {
  // A draft is about one thread at least.
  const { source, sessionId, agentId, project } = threads[0] as Thread;
  const sessions = new Set(threads.map((thread) => thread.sessionId)).size;
  const isOne = threads.length === 1;
  return {
    source,
    ...(sessions === 1 && { sessionId }),
    ...(isOne && agentId !== undefined && { agentId }),
    ...(project !== undefined && { project }),
    sessions,
    calls: countCalls(charges),
    firstMs,
    lastMs,
    items: items.slice(0, LIMITS.mostItems),
    moreItems: Math.max(0, items.length - LIMITS.mostItems),
  };
}

function countCalls(charges: Draft['charges']): number {
  const calls = new Map<Thread, Set<number>>();
  for (const { thread, fromCall, toCall } of charges) {
    const known = calls.get(thread) ?? new Set();
    calls.set(thread, known);
    for (let call = fromCall; call < toCall; call++) known.add(call);
  }
  return [...calls.values()].reduce((sum, { size }) => sum + size, 0);
}
