import { compareText } from '../../core/compareText.ts';
import { buildCostSnapshot } from '../../core/dashboard/cost/buildCostSnapshot.ts';
import { buildToolTable } from '../../core/dashboard/cost/buildToolTable.ts';
import type { CostSnapshot } from '../../core/dashboard/cost/costSnapshot.ts';
import type { CostView } from '../../core/dashboard/cost/costView.ts';
import { buildSessionTimeline, type SessionTimeline } from '../../core/dashboard/cost/sessionTimeline.ts';
import { type FindingChoices, isShown } from '../../core/dashboard/findings/findingChoices.ts';
import type { FoundWaste } from '../../core/dashboard/findings/findingsSnapshot.ts';
import { buildTargetsSnapshot } from '../../core/dashboard/targets/buildTargetsSnapshot.ts';
import type { TargetPeriod, TargetsSnapshot } from '../../core/dashboard/targets/targetsSnapshot.ts';
import { aggregateUsage, isDayWithin } from '../../core/usage/aggregateUsage.ts';
import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import { sumDaySpend } from '../../core/usage/table/sumDaySpend.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import type { FindingKey } from '../../core/waste/weighWaste.ts';
import type { KnownUsage } from './knownUsage.ts';
import { listHours } from './localDay.ts';
import type { UsageAnswers, UsageQuestion } from './usageMessages.ts';
import { writeExport } from './writeExport.ts';

/** Questions that what the ledger holds has the answers to. */
export type KnownQuestion = Extract<
  UsageQuestion,
  { ask: 'rows' | 'records' | 'cost' | 'targets' | 'spend' | 'export' | 'findings' }
>;

/** Answers from what is known, without a look at any log. */
export function answerFromUsage(
  usage: KnownUsage,
  question: KnownQuestion,
): UsageAnswers[KnownQuestion['ask']] {
  switch (question.ask) {
    case 'rows':
      return aggregateUsage(usage.records, question.by, usage.dayOf, question.filter, usage.priceOf);
    case 'records':
      return usage.records.filter(({ timestampMs }) =>
        isDayWithin(usage.dayOf(timestampMs), question.filter),
      );
    case 'cost':
      return buildCost(usage, question.view);
    case 'targets':
      return buildTargets(usage, question.period);
    case 'spend':
      return sumDaySpend(usage.table, question.since);
    case 'export':
      return writeExport(usage.records.toSorted(compareTime), question.format, question.path, usage.priceOf);
    case 'findings':
      return findKnownWaste(usage, question.choices);
    default:
      return question satisfies never;
  }
}

/** Records that are kept are in no order that matters. */
function compareTime(a: UsageRecord, b: UsageRecord): number {
  return a.timestampMs - b.timestampMs || compareText(a.key, b.key);
}

function buildCost(usage: KnownUsage, view: CostView): CostSnapshot {
  const snapshot = buildCostSnapshot(usage.table, view, usage.today, listHours);
  const tools = buildToolTable(usage.events, snapshot.range, view.filters, usage.dayOf);
  const timeline = view.session === undefined ? undefined : buildTimeline(usage, view.session);
  return { ...snapshot, ...(tools && { tools }), ...(timeline && { timeline }) };
}

function buildTimeline(usage: KnownUsage, session: string): SessionTimeline | undefined {
  const isOfSession = ({ sessionId, agentId }: SessionEvent) =>
    sessionId === session && agentId === undefined;
  const compactionsMs = usage.events.flatMap((event) =>
    event.kind === 'compaction' && isOfSession(event) ? [event.timestampMs] : [],
  );
  const records = usage.records.filter(({ sessionId }) => sessionId === session);
  return buildSessionTimeline(records, compactionsMs, usage.priceOf);
}

function buildTargets(usage: KnownUsage, period: TargetPeriod): TargetsSnapshot {
  return buildTargetsSnapshot(usage.table, period, usage.today, usage.eventFacts);
}

function findKnownWaste({ records, events, waste }: KnownUsage, choices: FindingChoices): FoundWaste {
  const isWanted = (key: FindingKey) => isShown(key, choices);
  const { findings, spentUsd } = waste.find(records, events, isWanted);
  return { findings, spentUsd, effects: waste.measure(choices.taken) };
}
