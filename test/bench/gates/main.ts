import { findSecrets, SECRET_SCANNERS } from '../../../src/core/context/gates/findSecrets.ts';
import { scanRule } from '../../../src/core/context/gates/scanTokens.ts';
import { cpuTimeMs } from '../../core/context/gates/cpuTime.ts';
import { HOSTILE_TEXTS, hostileTextsOf, TABLE_KINDS } from '../../core/context/gates/hostileTexts.ts';
import { measureRecall } from '../../core/context/gates/measureRecall.ts';
import { readPackageTexts } from '../../core/context/gates/packageTexts.ts';
import { SECRET_POSITIONS } from '../../core/context/gates/secretPositions.ts';

/** `node test/bench/gates/main.ts [tries]`: recall by format and position, false alarms, the slowest rules on a megabyte of hostile text. */
const tries = Number(process.argv[2] ?? 10);
printRecall();
printFalseAlarms();
printSlowest();

function printRecall(): void {
  const recall = measureRecall(tries);
  const formats = Map.groupBy(recall, ({ format }) => format.id);
  console.log(`\n## Recall, ${tries} secrets of each of ${formats.size} formats in each position\n`);
  console.log(`| format | ${SECRET_POSITIONS.map(({ id }) => id).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(SECRET_POSITIONS.length)}`);
  for (const [id, rows] of formats) {
    console.log(`| ${id} | ${rows.map(({ found, tried }) => percent(found, tried)).join(' | ')} |`);
  }
  const sum = (rows: typeof recall) =>
    percent(
      rows.reduce((all, { found }) => all + found, 0),
      rows.reduce((all, { tried }) => all + tried, 0),
    );
  console.log(
    `\nAll: ${sum(recall)}. Promised formats: ${sum(recall.filter(({ format }) => format.isPromised))}.`,
  );
}

function printFalseAlarms(): void {
  const texts = readPackageTexts();
  const alarms = texts
    .map(({ file, text }) => ({ file, kinds: findSecrets(text).map(({ kind }) => kind) }))
    .filter(({ kinds }) => kinds.length > 0);
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  const ms = cpuTimeMs(() => texts.map(({ text }) => findSecrets(text)));
  console.log(`\n## False alarms: ${alarms.length} in ${texts.length} files of public packages\n`);
  for (const { file, kinds } of alarms) console.log(`- ${file}: ${kinds.join(', ')}`);
  console.log(`Speed there: ${(size / 1000 / ms).toFixed(1)} MB/s of processor time`);
}

function printSlowest(): void {
  const rules = TABLE_KINDS.flatMap((kind) =>
    hostileTextsOf(kind).map(({ id, text }) => ({
      what: kind,
      id,
      ms: cpuTimeMs(() => scanRule(text, kind), 1),
    })),
  );
  const scanners = HOSTILE_TEXTS.flatMap(({ id, text }) =>
    SECRET_SCANNERS.map((scan) => ({ what: scan.name, id, ms: cpuTimeMs(() => scan(text)) })),
  );
  const all = HOSTILE_TEXTS.map(({ id, text }) => ({
    what: 'findSecrets',
    id,
    ms: cpuTimeMs(() => findSecrets(text)),
  }));
  for (const [title, rows] of Object.entries({
    'One rule': rules,
    'One scanner': scanners,
    'The whole gate': all,
  })) {
    console.log(`\n## ${title} on 1 MB of hostile text, slowest of ${rows.length}, processor time\n`);
    for (const { what, id, ms } of rows.toSorted((a, b) => b.ms - a.ms).slice(0, 8)) {
      console.log(`- ${ms.toFixed(0)} ms ${what} on ${JSON.stringify(id)}`);
    }
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %`;
}
