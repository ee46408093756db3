import type { DaySpend } from '../../core/budget/daySpend.ts';
import type { CostSnapshot } from '../../core/dashboard/cost/costSnapshot.ts';
import type { CostView } from '../../core/dashboard/cost/costView.ts';
import type { DataSnapshot } from '../../core/dashboard/data/dataSnapshot.ts';
import type { FindingChoices } from '../../core/dashboard/findings/findingChoices.ts';
import type { FoundWaste } from '../../core/dashboard/findings/findingsSnapshot.ts';
import type { TargetPeriod, TargetsSnapshot } from '../../core/dashboard/targets/targetsSnapshot.ts';
import type { Message } from '../../core/message.ts';
import type { UserModel } from '../../core/models/userModels.ts';
import type { Grouping, UsageFilter, UsageRow } from '../../core/usage/aggregateUsage.ts';
import type { KeptUsage } from '../../core/usage/describeKept.ts';
import type { ExportFormat } from '../../core/usage/exportUsage.ts';
import type { Place } from '../../core/usage/sources/logSource.ts';
import type { Quality, SourceId, UsageRecord } from '../../core/usage/usageRecord.ts';
import type { SkipCounts } from './logReading.ts';

/** A question with one answer. */
export type UsageQuestion =
  | { ask: 'rows'; by: Grouping; filter: UsageFilter }
  | { ask: 'records'; filter: UsageFilter }
  | { ask: 'cost'; view: CostView }
  | { ask: 'targets'; period: TargetPeriod }
  /** What each project cost on each day from `since` on. */
  | { ask: 'spend'; since: string }
  | { ask: 'data' }
  /** Reads what is new of events, which takes longer than records, unless it is more than so many bytes; answers whether it did. */
  | { ask: 'readEvents'; mostBytes?: number }
  | { ask: 'status' }
  /** Reads what is new now, whether or not anybody follows. */
  | { ask: 'refresh' }
  | { ask: 'export'; format: ExportFormat; path: string }
  /** Forgets all records and totals. Only what is used from then on is recorded, until `rebuild`. */
  | { ask: 'deleteAll' }
  | { ask: 'rebuild' }
  /** Reads what is new for events first. What is muted is left out, what was taken action against is measured again. */
  | { ask: 'findings'; choices: FindingChoices }
  /** Texts that are known by their hashes only, from the logs of a source that still hold them. */
  | { ask: 'paragraphs'; source: SourceId; hashes: readonly string[] };

export type UsageAnswers = {
  rows: UsageRow[];
  records: UsageRecord[];
  cost: CostSnapshot;
  targets: TargetsSnapshot;
  spend: DaySpend[];
  data: DataSnapshot;
  readEvents: boolean;
  status: UsageStatus;
  refresh: UsageStatus;
  export: number;
  deleteAll: null;
  rebuild: UsageStatus;
  findings: FoundWaste;
  paragraphs: string[];
};

/** How well the ledger stands for what was used: for the "data quality" strip. */
export type UsageStatus = {
  /** Grows with every change. */
  version: number;
  store: 'sqlite' | 'jsonLines';
  files: number;
  skips: SkipCounts;
  /** Records by quality. */
  qualities: Partial<Record<Quality, number>>;
  /** Where a refresh is. */
  progress?: { done: number; of: number };
  /** Of Claude Code, which deletes its logs; absent where none of its calls is known. */
  kept?: KeptUsage;
  /** What a user should know of: the ledger was repaired, or cannot be written at the moment. */
  notice?: Message;
};

/** What the thread that keeps the ledger is started with. */
export type UsageServiceStart = {
  role: 'service';
  folder: string;
  places: readonly Place[];
  /** Records older than that become daily totals. */
  retentionDays: number;
  /** Whose prices win over the list's. */
  userModels?: readonly UserModel[];
  /** Whose models come first among those of a tier. */
  vendors?: readonly string[];
  workerPath: string;
};

export type ToUsageWorker =
  | { type: 'question'; questionId: number; question: UsageQuestion }
  /** While followed, logs are watched and the status is told when it changes. */
  | { type: 'follow'; isFollowed: boolean };

export type FromUsageWorker =
  | { type: 'answer'; questionId: number; answer: UsageAnswers[UsageQuestion['ask']] }
  | { type: 'failure'; questionId: number; message: string }
  | { type: 'status'; status: UsageStatus };
