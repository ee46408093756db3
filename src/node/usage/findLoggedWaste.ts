import { sayMessage } from '../../core/message.ts';
import { addRecord } from '../../core/usage/joinRecords.ts';
import { selectLayers } from '../../core/usage/selectLayers.ts';
import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import type { ModelTerms } from '../../core/waste/modelTerms.ts';
import { sessionsSince } from '../../core/waste/sessionsSince.ts';
import { createWasteFinder } from '../../core/waste/wasteFinder.ts';
import type { Waste } from '../../core/waste/weighWaste.ts';
import type { FoundLog } from './findLogs.ts';
import { openLedger } from './ledger/openLedger.ts';
import { createDayOf } from './localDay.ts';
import { readLogs } from './readLogs.ts';
import { refreshEvents } from './refreshEvents.ts';
import { refreshLedger } from './refreshLedger.ts';

export type WasteRequest = {
  logs: readonly FoundLog[];
  /** The folder of the ledger to bring up to date; absent: logs are read and nothing is kept. */
  ledgerFolder?: string;
  /** A local day: of sessions that were used on it or later. */
  since?: string;
  terms: ModelTerms;
  /** The bundle of the threads. */
  workerPath: string;
};

/** Looks for waste in logs, or in what a ledger has of them and what is new. `notice` is what the user should know of. */
export async function findLoggedWaste(request: WasteRequest): Promise<{ waste: Waste; notice?: string }> {
  const { ledgerFolder, since, terms } = request;
  const find = (records: readonly UsageRecord[], events: readonly SessionEvent[]) =>
    createWasteFinder(terms).find(sessionsSince(records, since, createDayOf()), events);
  if (ledgerFolder === undefined) {
    const { records, events } = await collect(request);
    return { waste: find(records, events) };
  }
  const { ledger, notice } = await openLedger(ledgerFolder, Date.now());
  try {
    await refreshLedger(ledger, request.logs, { workerPath: request.workerPath });
    await refreshEvents(ledger.events, request.logs, request.workerPath);
    const waste = find([...ledger.records()], ledger.events.all());
    return { waste, ...(notice && { notice: sayMessage(notice) }) };
  } finally {
    ledger.close();
  }
}

async function collect({ logs, workerPath }: WasteRequest) {
  const records = new Map<string, UsageRecord>();
  const events: SessionEvent[] = [];
  await readLogs(
    logs.map((log) => ({ log, wantsEvents: true })),
    (readings) => {
      for (const reading of readings) {
        for (const record of reading.records) addRecord(records, record);
        for (const event of reading.events) events.push(event);
      }
    },
    workerPath,
  );
  return { records: selectLayers([...records.values()]), events };
}
