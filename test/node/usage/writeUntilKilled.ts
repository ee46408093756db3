/** `node writeUntilKilled.ts <home> <ledger folder>`: reads the logs of a home into a ledger, over and over. */
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { openLedger } from '../../../src/node/usage/ledger/openLedger.ts';
import { refreshLedger } from '../../../src/node/usage/refreshLedger.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';

const [home = '', folder = ''] = process.argv.slice(2);
const { ledger } = await openLedger(folder, Date.now());
for (let round = 0; ; round++) {
  // Every other time as after a rebuild, so that the same records are written again.
  if (round % 2 === 1) ledger.clear('checkpoints');
  await refreshLedger(ledger, findLogs(placesOfHome(home)));
  process.stdout.write('.');
}
