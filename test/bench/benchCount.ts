import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { ENCODING_NAMES, type EncodingName } from '../../src/core/tokens/encoding.ts';
import { buildBundles } from './buildBundles.ts';
import { CODE_CLASSES, listTextFiles, OTHER_CLASSES } from './corpus.ts';
import { atLeast, atMost, type Goal, median, printGoals } from './goal.ts';
import type { Keystrokes, Latency, MEASURES, Start, TextSpeeds, Typing } from './measureSubject.ts';
import { printTable } from './printTable.ts';
import { BENCH_FOLDER, SUBJECT_NAMES, type SubjectName } from './subjects.ts';

const FILE_LIST = join(BENCH_FOLDER, 'files.json');
const ENGINE: SubjectName = 'token-meter';
const BASELINES = ['js-tiktoken', 'gpt-tokenizer'] as const;
const ROUNDS = {
  texts: 3,
  start: 5,
  keystroke: 3,
  roundTrip: 3,
  recount: 1,
  pieces: 1,
  files: 2,
  cachedFiles: 5,
} satisfies Record<keyof typeof MEASURES, number>;

type Table = (encoding: EncodingName) => Goal[];
const TABLES: Record<string, Table> = {
  texts: benchTexts,
  start: benchStart,
  keystroke: benchKeystrokes,
  pieces: benchPieces,
  files: benchFiles,
};

/** Prints the tables named, or all, for each encoding, and then the goals. */
export async function benchCount(names: readonly string[]): Promise<void> {
  buildBundles();
  const tables = Object.entries(TABLES).filter(([name]) => names.length === 0 || names.includes(name));
  console.log(
    `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}; medians of rounds, interleaved, one process per subject.`,
  );
  for (const encoding of ENCODING_NAMES) {
    const goals = tables.flatMap(([, bench]) => bench(encoding));
    printGoals(`${encoding}: goals`, goals);
  }
}

function benchTexts(encoding: EncodingName): Goal[] {
  const results = measureInRounds<TextSpeeds>('texts', SUBJECT_NAMES, encoding);
  for (const pass of ['warm', 'first'] as const) {
    const speed = (subject: SubjectName, name: keyof TextSpeeds['warm']) =>
      median(results[subject].map((result) => result[pass][name]));
    const rows = [...CODE_CLASSES, ...OTHER_CLASSES].map((name) => [
      name,
      ...SUBJECT_NAMES.map((subject) => megabytes(speed(subject, name))),
    ]);
    const geoMeans = SUBJECT_NAMES.map((subject) =>
      geometricMean(CODE_CLASSES.map((name) => speed(subject, name))),
    );
    rows.push(['geo-mean of the first six', ...geoMeans.map(megabytes)]);
    rows.push([
      'token-meter is … times as fast',
      ...geoMeans.map((mean) => (geoMeans[0]! / mean).toFixed(1)),
    ]);
    printTable(
      `${encoding}: whole text, ${pass === 'warm' ? 'warm' : 'first pass'}, MB/s`,
      ['class', ...SUBJECT_NAMES],
      rows,
    );
  }
  return (['warm', 'first'] as const).flatMap((pass) =>
    BASELINES.map((baseline) => {
      const ratios = CODE_CLASSES.map((name) => {
        const speed = (subject: SubjectName) => median(results[subject].map((result) => result[pass][name]));
        return speed(ENGINE) / speed(baseline);
      });
      const wanted = {
        warm: { 'js-tiktoken': 45, 'gpt-tokenizer': 7 },
        first: { 'js-tiktoken': 20, 'gpt-tokenizer': 5 },
      }[pass][baseline];
      return atLeast(
        `whole text, ${pass === 'warm' ? 'warm' : 'first pass'}, ÷ ${baseline}`,
        wanted,
        geometricMean(ratios),
      );
    }),
  );
}

function benchStart(encoding: EncodingName): Goal[] {
  const results = measureInRounds<Start>('start', SUBJECT_NAMES, encoding);
  const ms = (subject: SubjectName) => median(results[subject].map((result) => result.ms));
  const memory = (subject: SubjectName) => median(results[subject].map((result) => result.memoryBytes));
  printTable(
    `${encoding}: from nothing to the first count of 10 KB`,
    ['', ...SUBJECT_NAMES],
    [
      ['ms', ...SUBJECT_NAMES.map((subject) => ms(subject).toFixed(1))],
      ['memory, MB', ...SUBJECT_NAMES.map((subject) => megabytes(memory(subject) / 1_000))],
    ],
  );
  return [
    atLeast('from nothing to the first count, ÷ js-tiktoken', 15, ms('js-tiktoken') / ms(ENGINE)),
    atLeast("js-tiktoken's memory ÷ ours", 4, memory('js-tiktoken') / memory(ENGINE)),
  ];
}

function benchKeystrokes(encoding: EncodingName): Goal[] {
  const rounds = measureInRounds<Keystrokes>('keystroke', [ENGINE], encoding)[ENGINE];
  const typing = measureInRounds<Typing>('roundTrip', [ENGINE], encoding)[ENGINE];
  const recountMs = measureInRounds<number>('recount', ['js-tiktoken'], encoding)['js-tiktoken'][0]!;
  const middle = (size: string, row: keyof Keystrokes[string], figure: keyof Latency) =>
    median(rounds.map((round) => round[size]![row][figure]));
  const rows = ['1 MB', '10 MB'].flatMap((size) =>
    (['typing', 'coldTyping', 'range'] as const).map((row) => [
      `${{ typing: 'a keystroke', coldTyping: 'a keystroke, CPU caches cold', range: 'the count of a range' }[row]} at ${size}`,
      middle(size, row, 'medianUs').toFixed(1),
      middle(size, row, 'p99Us').toFixed(1),
    ]),
  );
  const trip = (row: keyof Typing, figure: keyof Latency) =>
    median(typing.map((round) => round[row][figure]));
  for (const [row, name] of [
    ['counted', 'through the worker at 120 keys a second, 10 MB'],
    ['echoed', 'an echo of a worker meanwhile'],
  ] as const) {
    rows.push([name, trip(row, 'medianUs').toFixed(0), trip(row, 'p99Us').toFixed(0)]);
  }
  printTable(`${encoding}: live count, us`, ['', 'median', 'p99'], rows);
  console.log(`js-tiktoken counts 1 MB anew in ${recountMs.toFixed(0)} ms.`);
  return [
    ...['1 MB', '10 MB'].flatMap((size) => [
      atMost(`a keystroke at ${size}, median, us`, 10, middle(size, 'typing', 'medianUs')),
      atMost(`a keystroke at ${size}, p99, us`, 50, middle(size, 'typing', 'p99Us')),
      atMost(`a keystroke at ${size}, caches cold, p99, us`, 150, middle(size, 'coldTyping', 'p99Us')),
    ]),
    atMost('a key to its count through the worker, p99, ms', 10, trip('counted', 'p99Us') / 1_000),
    atLeast(
      'a keystroke ÷ a recount of 1 MB by js-tiktoken',
      50_000,
      (recountMs * 1_000) / middle('1 MB', 'typing', 'medianUs'),
    ),
    atLeast(
      'a range ÷ a recount of 1 MB by js-tiktoken',
      50_000,
      (recountMs * 1_000) / middle('1 MB', 'range', 'medianUs'),
    ),
  ];
}

function benchPieces(encoding: EncodingName): Goal[] {
  const results = measureInRounds<Record<string, number>>('pieces', SUBJECT_NAMES, encoding);
  const rows = Object.keys(results[ENGINE][0]!).map((name) => [
    name,
    ...SUBJECT_NAMES.map((subject) => results[subject][0]![name]?.toFixed(1) ?? '–'),
  ]);
  printTable(`${encoding}: one piece, ms`, ['', ...SUBJECT_NAMES], rows);
  return [];
}

function benchFiles(encoding: EncodingName): Goal[] {
  const files = listTextFiles(5_000);
  writeFileSync(FILE_LIST, JSON.stringify(files));
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const subjects: SubjectName[] = [ENGINE, ...BASELINES];
  const results = measureInRounds<number>('files', subjects, encoding, FILE_LIST);
  const ms = (subject: SubjectName) => median(results[subject]);
  const cachedMs = median(measureInRounds<number>('cachedFiles', [ENGINE], encoding, FILE_LIST)[ENGINE]);
  printTable(
    `${encoding}: ${files.length} files, ${megabytes(size / 1_000)} MB, load included, ms`,
    ['', ...subjects],
    [
      [
        'two workers for token-meter, one thread for the others',
        ...subjects.map((subject) => ms(subject).toFixed(0)),
      ],
      ['nothing changed, with the cache on disk', cachedMs.toFixed(0), '–', '–'],
    ],
  );
  return [
    atLeast('5,000 files, ÷ js-tiktoken', 25, ms('js-tiktoken') / ms(ENGINE)),
    atLeast('5,000 files, ÷ gpt-tokenizer', 7, ms('gpt-tokenizer') / ms(ENGINE)),
    atLeast('5,000 files, nothing changed, ÷ js-tiktoken', 300, ms('js-tiktoken') / cachedMs),
  ];
}

/** All subjects once, then all again: what disturbs the machine for a while disturbs them all. */
function measureInRounds<Result>(
  measure: keyof typeof MEASURES,
  subjects: readonly SubjectName[],
  encoding: EncodingName,
  argument = '',
): Record<SubjectName, Result[]> {
  const results = Object.fromEntries(subjects.map((subject) => [subject, []])) as unknown as Record<
    SubjectName,
    Result[]
  >;
  const script = join(import.meta.dirname, 'measureSubject.ts');
  for (let round = 0; round < ROUNDS[measure]; round++) {
    for (const subject of subjects) {
      const output = execFileSync(
        process.execPath,
        ['--expose-gc', script, measure, subject, encoding, argument],
        { encoding: 'utf8' },
      );
      results[subject].push(JSON.parse(output) as Result);
    }
  }
  return results;
}

/** Bytes per millisecond are kilobytes per second. */
function megabytes(kilobytes: number): string {
  return (kilobytes / 1_000).toFixed(1);
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
