import { sayMessage } from '../../message.ts';
import { translate } from '../../translate.ts';
import type { DetectorId } from '../../waste/detectorId.ts';
import { DETECTORS } from '../../waste/detectors.ts';
import type { ActionKind, EvidenceItem, Finding, FindingKind, Severity } from '../../waste/finding.ts';
import { type Effect, LEAST_CALLS_AFTER } from '../../waste/measureEffect.ts';
import type { Verdict } from '../../waste/verdicts.ts';
import { sumFindings, type WasteSum } from '../../waste/weighWaste.ts';
import { type FindingChoices, isShown } from './findingChoices.ts';

/** What was wasted, why that is believed, and what to do: of the most expensive findings that are not muted. */
export type FindingsSnapshot = {
  rows: readonly FindingRow[];
  moreRows: number;
  /** Of all that is not muted; what overlaps counts once, and the two are never added. */
  measured: WasteSum;
  estimated: WasteSum;
  spentUsd: number;
  /** What is not shown, to be shown again. */
  muted: readonly MutedRow[];
  effects: readonly EffectRow[];
};

export type FindingRow = {
  id: string;
  label: string;
  title: string;
  kind: FindingKind;
  severity: Severity;
  confidence: number;
  tokens: number;
  /** Absent where the model has no price. */
  costUsd?: number;
  formula: string;
  project?: string;
  sessionId?: string;
  sessions: number;
  calls: number;
  firstMs: number;
  lastMs: number;
  items: readonly FindingItem[];
  moreItems: number;
  action: { kind: ActionKind; text: string };
};

export type FindingItem = {
  name: string;
  firstLine?: number;
  lastLine?: number;
  timesMs: readonly number[];
  tokens?: number;
  note?: string;
};

/** A kind of waste, a project, or single findings that were not useful. */
export type MutedRow =
  | { kind: 'detector'; detector: DetectorId; label: string }
  | { kind: 'project'; project: string }
  | { kind: 'notUseful'; count: number };

export type EffectRow = {
  detector: DetectorId;
  label: string;
  project?: string;
  atMs: number;
  verdict: Verdict;
  tokensPerCallBefore?: number;
  tokensPerCallAfter?: number;
  /** While it is too early to tell: how many calls more it takes. */
  callsLeft?: number;
};

/** A snapshot is sent with every change of anything: what nobody scrolls to stays out of it. */
const MOST_ROWS = 40;
const MOST_ITEMS = 10;
const MOST_TIMES = 6;
const MOST_CHARS = 1000;

/** What the worker has found. */
export type FoundWaste = { findings: readonly Finding[]; spentUsd: number; effects: readonly Effect[] };

export function buildFindingsSnapshot(found: FoundWaste, choices: FindingChoices): FindingsSnapshot {
  const shown = found.findings.filter(({ id, detector, evidence: { project } }) =>
    isShown({ id, detector, ...(project !== undefined && { project }) }, choices),
  );
  const { mutedDetectors, mutedProjects, notUseful } = choices;
  const rows = chooseRows(shown);
  return {
    rows: rows.map(toRow),
    moreRows: shown.length - rows.length,
    measured: sumFindings(shown, 'measured'),
    estimated: sumFindings(shown, 'estimated'),
    spentUsd: found.spentUsd,
    muted: [
      ...mutedDetectors.map((detector) => ({
        kind: 'detector' as const,
        detector,
        label: labelOf(detector),
      })),
      ...mutedProjects.map((project) => ({ kind: 'project' as const, project: clip(project) })),
      ...(notUseful.length === 0 ? [] : [{ kind: 'notUseful' as const, count: notUseful.length }]),
    ],
    effects: found.effects.map(toEffect),
  };
}

/** The most expensive ones, with the first of each kind among them. */
function chooseRows(findings: readonly Finding[]): Finding[] {
  const firsts = new Map(findings.toReversed().map((finding) => [finding.detector, finding]));
  const others = findings.filter((finding) => firsts.get(finding.detector) !== finding);
  const chosen = new Set([...firsts.values(), ...others.slice(0, Math.max(0, MOST_ROWS - firsts.size))]);
  return findings.filter((finding) => chosen.has(finding));
}

function toRow(finding: Finding): FindingRow {
  const { id, detector, kind, severity, confidence, tokens, costUsd, evidence, action } = finding;
  const { project, sessionId, sessions, calls, firstMs, lastMs, items, moreItems } = evidence;
  return {
    id,
    label: labelOf(detector),
    title: clip(sayMessage(finding.title)),
    kind,
    severity,
    confidence,
    tokens,
    ...(costUsd !== undefined && { costUsd }),
    formula: clip(sayMessage(finding.formula)),
    ...(project !== undefined && { project: clip(project) }),
    ...(sessionId !== undefined && { sessionId: clip(sessionId) }),
    sessions,
    calls,
    firstMs,
    lastMs,
    items: items.slice(0, MOST_ITEMS).map(toItem),
    moreItems: moreItems + Math.max(0, items.length - MOST_ITEMS),
    action: { kind: action.kind, text: sayMessage(action.text) },
  };
}

function toItem({ name, note, timesMs, ...item }: EvidenceItem): FindingItem {
  return {
    ...item,
    name: clip(name),
    timesMs: timesMs.slice(0, MOST_TIMES),
    ...(note !== undefined && { note: clip(sayMessage(note)) }),
  };
}

function toEffect({
  detector,
  project,
  atMs,
  verdict,
  tokensPerCallBefore,
  tokensPerCallAfter,
  callsAfter,
}: Effect): EffectRow {
  const callsLeft = verdict === 'tooEarly' ? Math.max(0, LEAST_CALLS_AFTER - callsAfter) : 0;
  return {
    detector,
    label: labelOf(detector),
    ...(project !== undefined && { project: clip(project) }),
    atMs,
    verdict,
    ...(tokensPerCallBefore !== undefined && { tokensPerCallBefore }),
    ...(tokensPerCallAfter !== undefined && { tokensPerCallAfter }),
    ...(callsLeft > 0 && { callsLeft }),
  };
}

/** Names come from logs and may be of any length. */
function clip(text: string): string {
  return text.slice(0, MOST_CHARS);
}

function labelOf(detector: DetectorId): string {
  return translate(DETECTORS[detector].label);
}
