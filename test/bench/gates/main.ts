import {
  findSecrets,
  SECRET_SCANNERS,
  type SecretScanner,
} from '../../../src/core/context/gates/findSecrets.ts';
import { scanRule } from '../../../src/core/context/gates/scanTokens.ts';
import { PRESET_KINDS } from '../../../src/node/gates/presetRules.ts';
import { scanWithPreset, scanWithRule } from '../../../src/node/gates/scanWithPreset.ts';
import { cpuTimeMs } from '../../core/context/gates/cpuTime.ts';
import { HOSTILE_TEXTS, hostileTextsOf, TABLE_KINDS } from '../../core/context/gates/hostileTexts.ts';
import { measureRecall } from '../../core/context/gates/measureRecall.ts';
import { readPackageTexts } from '../../core/context/gates/packageTexts.ts';
import { SECRET_POSITIONS } from '../../core/context/gates/secretPositions.ts';
import { HOSTILE_PRESET_TEXTS } from '../../node/gates/hostilePresetTexts.ts';

/**
 * `node test/bench/gates/main.ts [tries]`: recall by format and position, false alarms and speed of our scanners, of secretlint's preset
 * and of both, and the slowest rules on a megabyte of hostile text.
 */
const SUBJECTS: Readonly<Record<string, readonly SecretScanner[]>> = {
  ours: SECRET_SCANNERS,
  preset: [scanWithPreset],
  both: [...SECRET_SCANNERS, scanWithPreset],
};
const tries = Number(process.argv[2] ?? 10);
printRecall();
printSubjects();
printSlowest();

function printRecall(): void {
  const formats = Map.groupBy(measureRecall(tries, SUBJECTS['both']), ({ format }) => format.id);
  console.log(`\n## Recall, ${tries} secrets of each of ${formats.size} formats in each position\n`);
  console.log(`| format | ${SECRET_POSITIONS.map(({ id }) => id).join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(SECRET_POSITIONS.length)}`);
  for (const [id, rows] of formats) {
    console.log(`| ${id} | ${rows.map(({ found, tried }) => percent(found, tried)).join(' | ')} |`);
  }
}

function printSubjects(): void {
  const texts = readPackageTexts();
  const size = texts.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    `\n## Recall, false alarms in ${texts.length} files of public packages, processor time there\n`,
  );
  console.log('| scanners | recall | of promised formats | files with alarms | MB/s |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  const named: string[] = [];
  for (const [name, scanners] of Object.entries(SUBJECTS)) {
    const recall = measureRecall(tries, scanners);
    const alarms = texts.filter(({ text }) => findSecrets(text, scanners).length > 0);
    const ms = cpuTimeMs(() => texts.map(({ text }) => findSecrets(text, scanners)));
    const promised = recall.filter(({ format }) => format.isPromised);
    const shares = `${percentOf(recall)} | ${percentOf(promised)}`;
    console.log(`| ${name} | ${shares} | ${alarms.length} | ${(size / 1000 / ms).toFixed(1)} |`);
    named.push(...alarms.map(({ file }) => `- ${name}: ${file}`));
  }
  console.log(named.join('\n'));
}

function printSlowest(): void {
  const rules = TABLE_KINDS.flatMap((kind) =>
    hostileTextsOf(kind).map(({ id, text }) => ({
      what: kind,
      id,
      ms: cpuTimeMs(() => scanRule(text, kind), 1),
    })),
  );
  const presetRules = HOSTILE_PRESET_TEXTS.flatMap(({ id, text }) =>
    [...PRESET_KINDS.keys()].map((what) => ({ what, id, ms: cpuTimeMs(() => scanWithRule(text, what), 1) })),
  );
  const hostile = [...HOSTILE_TEXTS, ...HOSTILE_PRESET_TEXTS];
  const scanners = hostile.flatMap(({ id, text }) =>
    [...SECRET_SCANNERS, scanWithPreset].map((scan) => ({
      what: scan.name,
      id,
      ms: cpuTimeMs(() => scan(text)),
    })),
  );
  const all = hostile.map(({ id, text }) => ({
    what: 'findSecrets',
    id,
    ms: cpuTimeMs(() => findSecrets(text, SUBJECTS['both'])),
  }));
  for (const [title, rows] of Object.entries({
    'One rule': rules,
    "One rule of secretlint's preset": presetRules,
    'One scanner': scanners,
    'The whole gate': all,
  })) {
    console.log(`\n## ${title} on 1 MB of hostile text, slowest of ${rows.length}, processor time\n`);
    for (const { what, id, ms } of rows.toSorted((a, b) => b.ms - a.ms).slice(0, 8)) {
      console.log(`- ${ms.toFixed(0)} ms ${what} on ${JSON.stringify(id)}`);
    }
  }
}

function percentOf(rows: readonly { found: number; tried: number }[]): string {
  return percent(
    rows.reduce((all, { found }) => all + found, 0),
    rows.reduce((all, { tried }) => all + tried, 0),
  );
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %`;
}
