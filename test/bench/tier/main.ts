import { TIERS, type Tier } from '../../../src/core/models/modelInfo.ts';
import { suggestTier } from '../../../src/core/models/tier/suggestTier.ts';
import { type LabelledTask, readLabelledTasks, TASKS_FILE } from '../../core/models/tier/labelledTasks.ts';
import { printTable } from '../printTable.ts';

/**
 * `node test/bench/tier/main.ts [work|FILE.jsonl]`: how often the suggested tier is the labelled one, on the half of the tasks that is kept for
 * reporting (even lines), beside two baselines. `work` takes the other half and lists every miss; a file of one's own is taken whole.
 */
type Suggest = (labelled: LabelledTask) => Tier;

const [source] = process.argv.slice(2);
const isWork = source === 'work';
const all = readLabelledTasks(source === undefined || isWork ? TASKS_FILE : source);
const workHalf = readLabelledTasks(TASKS_FILE).filter((_, index) => index % 2 === 0);
const tasks = isWork ? workHalf : source === undefined ? all.filter((_, index) => index % 2 === 1) : all;

const suggest: Suggest = ({ task, scopeTokens }) =>
  suggestTier(task, scopeTokens === undefined ? {} : { scopeTokens }).tier;
const byLength = learnLengths(workHalf);
printTable(
  `${tasks.length} tasks`,
  ['', 'right', 'wrongly cheap'],
  [
    ['suggestTier', ...measure(suggest)],
    ['always execute', ...measure(() => 'execute')],
    ['by length of the prompt', ...measure(byLength)],
  ],
);
printTable(
  'Confusion: labelled (rows), suggested (columns)',
  ['', ...TIERS],
  TIERS.map((label) => [
    label,
    ...TIERS.map((tier) => String(tasks.filter((one) => one.tier === label && suggest(one) === tier).length)),
  ]),
);
printSpeed();
if (isWork || source !== undefined) printMisses();

/** Wrongly cheap: the share of `think` tasks that go to `bulk` or `none`. */
function measure(choose: Suggest): [string, string] {
  const thinking = tasks.filter(({ tier }) => tier === 'think');
  const cheap = thinking.filter((one) => ['bulk', 'none'].includes(choose(one)));
  return [
    percent(tasks.filter((one) => choose(one) === one.tier).length, tasks.length),
    percent(cheap.length, thinking.length),
  ];
}

/** The best that length alone can do: the commonest label of each fifth of the lengths of the half to work on. */
function learnLengths(known: readonly LabelledTask[]): Suggest {
  const sorted = known.toSorted((a, b) => a.task.length - b.task.length);
  const fifths = [0, 1, 2, 3, 4].map((n) =>
    sorted.slice((n * sorted.length) / 5, ((n + 1) * sorted.length) / 5),
  );
  const rows = fifths.map((fifth) => {
    const count = (tier: Tier) => fifth.filter((one) => one.tier === tier).length;
    return { upTo: fifth.at(-1)!.task.length, tier: TIERS.toSorted((a, b) => count(b) - count(a))[0]! };
  });
  return ({ task }) => (rows.find(({ upTo }) => task.length <= upTo) ?? rows.at(-1)!).tier;
}

function printSpeed(): void {
  const times = tasks.map(({ task }) => timeOf(task)).sort((a, b) => a - b);
  const large = timeOf('Find out why the total of the invoice is wrong. '.repeat(21_000));
  console.log(
    `\nms per task: median ${times[times.length >> 1]!.toFixed(3)}, slowest ${times.at(-1)!.toFixed(2)}; of 1 MB ${large.toFixed(2)}`,
  );
}

function timeOf(task: string): number {
  const start = performance.now();
  suggestTier(task);
  return performance.now() - start;
}

function printMisses(): void {
  for (const one of tasks) {
    const { tier, confidence, reasons } = suggestTier(one.task);
    if (tier !== one.tier)
      console.log(`${one.tier} → ${tier} ${confidence}: ${one.task.slice(0, 150)} [${reasons.join('; ')}]`);
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}
