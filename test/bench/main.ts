/** `npm run bench -- <suite>`: measures this project against its peers and prints tables. */
import { benchCount } from './benchCount.ts';
import { benchDashboard } from './dashboard/benchDashboard.ts';
import { benchPack } from './pack/benchPack.ts';
import { benchSuggest } from './scope/benchSuggest.ts';
import { benchUsage } from './usage/benchUsage.ts';

const [suite, ...tables] = process.argv.slice(2);
if (suite === 'count') await benchCount(tables);
else if (suite === 'pack') await benchPack();
else if (suite === 'suggest' && tables.length > 0) await benchSuggest(tables);
else if (suite === 'dashboard') await benchDashboard();
else if (suite === 'usage') await benchUsage(tables[0], tables[1]);
else {
  console.error(
    'Usage: npm run bench -- count [texts] [start] [keystroke] [pieces] [files]\n       npm run bench -- pack\n       npm run bench -- dashboard\n       npm run bench -- suggest <folder…>\n       npm run bench -- usage <home folder with logs> [native ccusage]',
  );
  process.exitCode = 1;
}
