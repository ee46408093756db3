import * as v from 'valibot';
import { FINDING_CHOICE_KINDS } from '../core/dashboard/findings/findingChoices.ts';
import { DETECTOR_IDS } from '../core/waste/detectorId.ts';
import { ACTION_KINDS, FINDING_KINDS, SEVERITIES } from '../core/waste/finding.ts';
import { VERDICTS } from '../core/waste/verdicts.ts';
import { AMOUNT, INTEGER, TEXT } from './schemaParts.ts';

// The part of a snapshot that tells what was wasted, and what may be said of it.

const SUM = v.strictObject({ findings: INTEGER, tokens: INTEGER, costUsd: AMOUNT });
const ITEM = v.strictObject({
  name: TEXT,
  firstLine: v.exactOptional(INTEGER),
  lastLine: v.exactOptional(INTEGER),
  timesMs: v.array(AMOUNT),
  tokens: v.exactOptional(INTEGER),
  note: v.exactOptional(TEXT),
});

const ROW = v.strictObject({
  id: TEXT,
  label: TEXT,
  title: TEXT,
  kind: v.picklist(FINDING_KINDS),
  severity: v.picklist(SEVERITIES),
  confidence: AMOUNT,
  tokens: INTEGER,
  costUsd: v.exactOptional(AMOUNT),
  formula: TEXT,
  project: v.exactOptional(TEXT),
  sessionId: v.exactOptional(TEXT),
  sessions: INTEGER,
  calls: INTEGER,
  firstMs: AMOUNT,
  lastMs: AMOUNT,
  items: v.array(ITEM),
  moreItems: INTEGER,
  action: v.strictObject({ kind: v.picklist(ACTION_KINDS), text: TEXT }),
});

export const FINDINGS = v.strictObject({
  rows: v.array(ROW),
  moreRows: INTEGER,
  measured: SUM,
  estimated: SUM,
  spentUsd: AMOUNT,
  muted: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('detector'), detector: v.picklist(DETECTOR_IDS), label: TEXT }),
      v.strictObject({ kind: v.literal('project'), project: TEXT }),
      v.strictObject({ kind: v.literal('notUseful'), count: INTEGER }),
    ]),
  ),
  effects: v.array(
    v.strictObject({
      detector: v.picklist(DETECTOR_IDS),
      label: TEXT,
      project: v.exactOptional(TEXT),
      atMs: AMOUNT,
      verdict: v.picklist(VERDICTS),
      tokensPerCallBefore: v.exactOptional(AMOUNT),
      tokensPerCallAfter: v.exactOptional(AMOUNT),
      callsLeft: v.exactOptional(INTEGER),
    }),
  ),
});

/** What is said of a finding by its id, or taken back. The host looks up what it names. */
export type FindingsChange = v.InferOutput<typeof FINDINGS_CHANGE>;

export const FINDINGS_CHANGE = v.variant('kind', [
  v.strictObject({ kind: v.picklist(FINDING_CHOICE_KINDS), id: TEXT }),
  /** Does what the finding proposes, where the product can. */
  v.strictObject({ kind: v.literal('act'), id: TEXT }),
  v.strictObject({ kind: v.literal('unmuteDetector'), detector: v.picklist(DETECTOR_IDS) }),
  v.strictObject({ kind: v.literal('unmuteProject'), project: TEXT }),
  v.strictObject({ kind: v.literal('restoreNotUseful') }),
  /** Measures no more what was done at that time. */
  v.strictObject({ kind: v.literal('forgetAction'), detector: v.picklist(DETECTOR_IDS), atMs: AMOUNT }),
]);
