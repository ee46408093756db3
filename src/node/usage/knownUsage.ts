import { composePrompts } from '../../core/dashboard/targets/composePrompts.ts';
import { countEvents, type EventFacts } from '../../core/dashboard/targets/countEvents.ts';
import { createPriceFinder, type PriceFinder } from '../../core/models/prices/priceFinder.ts';
import type { UserModel } from '../../core/models/userModels.ts';
import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import type { UsageTable } from '../../core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import { createModelTerms } from '../../core/waste/modelTerms.ts';
import { createWasteFinder, type WasteFinder } from '../../core/waste/wasteFinder.ts';
import { type KeptRecords, keepRecords } from './keepRecords.ts';
import type { EventStore } from './ledger/eventStore.ts';
import type { Ledger } from './ledger/ledger.ts';
import { rememberEvents } from './ledger/rememberEvents.ts';
import { createDayOf } from './localDay.ts';

type ReadEvents = { version: number; all: readonly SessionEvent[]; facts?: EventFacts };

/** What the ledger holds, kept between questions as long as nobody changes it: reading and pricing all of it takes longer than any answer may. */
export class KnownUsage {
  readonly dayOf = createDayOf();
  readonly priceOf: PriceFinder;
  /** Through which events are to be written, so that they need not be read again. */
  readonly eventStore: EventStore;
  /** Remembers what it has looked at. */
  readonly waste: WasteFinder;
  private readonly kept: KeptRecords;
  /** Absent until somebody asked for them: of many sessions they take longer than a first answer may. */
  private readEvents: ReadEvents | undefined;

  /** `vendors` are those whose models come first among those of a tier. */
  constructor(
    ledger: Ledger,
    { userModels = [], vendors }: { userModels?: readonly UserModel[]; vendors?: readonly string[] },
  ) {
    this.eventStore = rememberEvents(ledger.events);
    this.priceOf = createPriceFinder(userModels);
    this.waste = createWasteFinder(createModelTerms(userModels, vendors));
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
      composition: composePrompts(this.waste.read(this.records, events.all), this.dayOf),
    };
    return events.facts;
  }

  /** Takes events from the ledger, where those of logs were put before. */
  loadEvents(): ReadEvents {
    const version = this.eventStore.version();
    if (this.readEvents?.version !== version) this.readEvents = { version, all: this.eventStore.all() };
    return this.readEvents;
  }

  get table(): UsageTable {
    return this.kept.table();
  }
}
