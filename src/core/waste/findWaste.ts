import { usageCostUsd } from '../cost/usageCostUsd.ts';
import { hashText } from '../hashText.ts';
import { addUsd } from '../usage/aggregateUsage.ts';
import type { SessionEvent } from '../usage/sessionEvent.ts';
import type { UsageRecord } from '../usage/usageRecord.ts';
import { buildThreads } from './buildThreads.ts';
import { countOverlaps } from './countOverlaps.ts';
import { DETECTOR_IDS, type DetectorId } from './detectorId.ts';
import { DETECTORS } from './detectors.ts';
import type { Draft } from './draft.ts';
import type { Evidence, Finding, FindingKind, Severity } from './finding.ts';
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

/** Looks for every kind of waste. Records are those of whole sessions; the order of records and events does not matter. */
export function findWaste(records: readonly UsageRecord[], events: Iterable<SessionEvent>): Waste {
  const threads = buildThreads(records, events).sort((a, b) => (a.key < b.key ? -1 : 1));
  const drafts = DETECTOR_IDS.flatMap((detector) =>
    DETECTORS[detector].detect(threads).map((draft) => ({ detector, draft })),
  );
  const spentUsd = records.reduce((sum, record) => addUsd(sum, usageCostUsd(record) ?? 0), 0);
  const ranked = drafts.filter(({ draft }) => isWorthReading(draft)).sort(compareDrafts);
  const shares = countOverlaps(ranked.map(({ draft }) => draft));
  const findings = ranked.map(({ detector, draft }, index) =>
    toFinding(detector, draft, shares[index] ?? 1, spentUsd),
  );
  return {
    findings: findings.sort((a, b) => (b.costUsd ?? 0) - (a.costUsd ?? 0) || b.tokens - a.tokens),
    measured: sumUp(findings, 'measured'),
    estimated: sumUp(findings, 'estimated'),
    spentUsd,
  };
}

type Found = { detector: DetectorId; draft: Draft };

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
  const { title, kind, formula, tokens, confidence, action, subject } = draft;
  const costUsd = Number.isNaN(draft.costUsd) ? undefined : draft.costUsd;
  const key = draft.threads.length === 1 ? draft.threads[0]?.key : '';
  return {
    id: hashText(`${detector}\n${key}\n${subject}`),
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

function sumUp(findings: readonly Finding[], kind: FindingKind): WasteSum {
  const own = findings.filter((finding) => finding.kind === kind);
  return {
    findings: own.length,
    tokens: own.reduce((sum, { countedTokens }) => sum + countedTokens, 0),
    costUsd: own.reduce((sum, { countedCostUsd = 0 }) => addUsd(sum, countedCostUsd), 0),
  };
}
