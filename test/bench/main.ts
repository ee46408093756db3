/** `npm run bench -- <suite>`: measures this project against its peers and prints tables. */
import { benchAdvice } from './advice/benchAdvice.ts';
import { benchCount } from './benchCount.ts';
import { benchDashboard } from './dashboard/benchDashboard.ts';
import { benchHideShow } from './hideShow/benchHideShow.ts';
import { benchPack } from './pack/benchPack.ts';
import { benchSuggest } from './scope/benchSuggest.ts';
import { benchUsage } from './usage/benchUsage.ts';
import { benchWaste } from './usage/benchWaste.ts';

type Suite = {
  /** What comes behind its name. */
  usage: string;
  run: (args: readonly string[]) => void | Promise<void>;
};

const SUITES: Readonly<Record<string, Suite>> = {
  count: { usage: '[texts] [start] [keystroke] [pieces] [files]', run: benchCount },
  pack: { usage: '', run: benchPack },
  suggest: { usage: '<folder…>', run: benchSuggest },
  advice: { usage: '[misses]', run: (args) => benchAdvice(args.includes('misses')) },
  dashboard: { usage: '', run: benchDashboard },
  'hide-show': {
    usage: '[cycles]',
    run: ([cycles]) => benchHideShow(cycles === undefined ? undefined : Number(cycles)),
  },
  waste: { usage: '<home folder with logs>', run: ([home = '.']) => benchWaste(home) },
  usage: {
    usage: '<home folder with logs> [native ccusage]',
    run: ([home, ccusage]) => benchUsage(home, ccusage),
  },
};

const [name = '', ...args] = process.argv.slice(2);
const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
if (suite !== undefined) await suite.run(args);
else {
  const lines = Object.entries(SUITES).map(([each, { usage }]) => `npm run bench -- ${each} ${usage}`);
  console.error(`Usage: ${lines.join('\n       ')}`);
  process.exitCode = 1;
}
