import { composePrompts } from '../../core/dashboard/targets/composePrompts.ts';
import { countEvents, type EventFacts } from '../../core/dashboard/targets/countEvents.ts';
import { createPriceFinder, type PriceFinder } from '../../core/models/prices/priceFinder.ts';
import type { UserModel } from '../../core/models/userModels.ts';
import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import type { UsageTable } from '../../core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import { buildThreads } from '../../core/waste/buildThreads.ts';
import { type KeptRecords, keepRecords } from './keepRecords.ts';
import type { Ledger } from './ledger/ledger.ts';
import { createDayOf } from './localDay.ts';

type ReadEvents = { version: number; all: readonly SessionEvent[]; facts?: EventFacts };

/** What the ledger holds, kept between questions as long as nobody changes it: reading and pricing all of it takes longer than any answer may. */
export class KnownUsage {
  readonly dayOf = createDayOf();
  readonly priceOf: PriceFinder;
  private readonly ledger: Ledger;
  private readonly kept: KeptRecords;
  /** Absent until somebody asked for them: of many sessions they take longer than a first answer may. */
  private readEvents: ReadEvents | undefined;

  constructor(ledger: Ledger, userModels: readonly UserModel[] = []) {
    this.ledger = ledger;
    this.priceOf = createPriceFinder(userModels);
    this.kept = keepRecords(ledger, this.dayOf, userModels);
  }

  get today(): string {
    return this.dayOf(Date.now());
  }

  get records(): readonly UsageRecord[] {
    return this.kept.records();
  }

  /** None until they were loaded. */
  get events(): readonly SessionEvent[] {
    return this.readEvents === undefined ? [] : this.loadEvents().all;
  }

  /** What they tell of prompts; `undefined` until they were loaded. */
  get eventFacts(): EventFacts | undefined {
    if (this.readEvents === undefined) return undefined;
    const events = this.loadEvents();
    events.facts ??= {
      ...countEvents(events.all, this.dayOf),
      composition: composePrompts(buildThreads(this.records, events.all), this.dayOf),
    };
    return events.facts;
  }

  /** Takes events from the ledger, where those of logs were put before. */
  loadEvents(): ReadEvents {
    const { events } = this.ledger;
    const version = events.version();
    if (this.readEvents?.version !== version) this.readEvents = { version, all: events.all() };
    return this.readEvents;
  }

  get table(): UsageTable {
    return this.kept.table();
  }
}
