/** `npm run bench -- count [table …]`: measures this project against its peers and prints tables. */
import { benchCount } from './benchCount.ts';

const [suite, ...tables] = process.argv.slice(2);
if (suite === 'count') await benchCount(tables);
else {
  console.error('Usage: npm run bench -- count [texts] [start] [keystroke] [pieces] [files]');
  process.exitCode = 1;
}
