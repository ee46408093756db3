/** `node measureRefresh.ts <home> <ledger folder>`: what a refresh takes that finds nothing new, as the extension's thread does it. */
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { openLedger } from '../../../src/node/usage/ledger/openLedger.ts';
import { refreshLedger } from '../../../src/node/usage/refreshLedger.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { median } from '../goal.ts';

const [home = '', folder = ''] = process.argv.slice(2);
const { ledger } = await openLedger(folder, Date.now());
const places = placesOfHome(home).slice(0, 1);
const times: number[] = [];
let files = 0;
for (let round = 0; round < 7; round++) {
  const start = performance.now();
  const refresh = await refreshLedger(ledger, findLogs(places));
  times.push(performance.now() - start);
  if (refresh.read > 0) throw new Error(`${refresh.read} files were read again`);
  files = refresh.files;
}
ledger.close();
console.log(JSON.stringify({ files, ms: median(times) }));
