/** One process measures one subject in one way: `node --expose-gc measureSubject.ts <measure> <subject> <encoding> [file list]`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EncodingName } from '../../src/core/tokens/encoding.ts';
import { createCounterLoader } from '../../src/node/counting/counterLoader.ts';
import { FileCounter } from '../../src/node/counting/fileCounter.ts';
import { CODE_CLASSES, type CorpusClass, readCorpus, sizeOf } from './corpus.ts';
import { measureRoundTrip, type RoundTrips } from './measureRoundTrip.ts';
import {
  BENCH_FOLDER,
  loadCounter,
  loadEngine,
  SUBJECTS,
  type SubjectName,
  WORKER_BUNDLE,
} from './subjects.ts';

/** Bytes per second, by class. */
export interface TextSpeeds {
  readonly first: Record<CorpusClass, number>;
  readonly warm: Record<CorpusClass, number>;
}

export interface Start {
  readonly ms: number;
  readonly memoryBytes: number;
}

export interface Latency {
  readonly medianUs: number;
  readonly p99Us: number;
}

export interface Keystrokes {
  readonly [size: string]: {
    readonly typing: Latency;
    readonly coldTyping: Latency;
    readonly range: Latency;
  };
}

export type Typing = Record<keyof RoundTrips, Latency>;

/** As many for the slow as for the fast; of an odd number the median is one of them. */
const WARM_PASSES = 5;
const MEGABYTE = 1_000_000;
/** 64 MB, more than any cache holds. */
const memory = new Float64Array(8 * MEGABYTE);

export const MEASURES = {
  texts: measureTexts,
  start: measureStart,
  keystroke: measureKeystrokes,
  roundTrip: measureTyping,
  recount: measureRecount,
  pieces: measurePieces,
  files: measureFiles,
  cachedFiles: measureCachedFiles,
} as const;

if (import.meta.main) {
  const [measure, subject, encoding, argument] = process.argv.slice(2) as [
    keyof typeof MEASURES,
    SubjectName,
    EncodingName,
    string,
  ];
  console.log(JSON.stringify(await MEASURES[measure](subject, encoding, argument)));
  process.exit(); // The pool's threads stay for the next question.
}

/** The first count of each class in this process; then the median of some passes over it. */
async function measureTexts(subject: SubjectName, encoding: EncodingName): Promise<TextSpeeds> {
  const corpus = readCorpus();
  const count = await SUBJECTS[subject](encoding);
  const speeds: TextSpeeds = { first: {} as TextSpeeds['first'], warm: {} as TextSpeeds['warm'] };
  for (const [name, texts] of Object.entries(corpus) as [CorpusClass, string[]][]) {
    const size = sizeOf(texts);
    const pass = () =>
      timeMs(() => {
        for (const text of texts) count(text);
      });
    speeds.first[name] = size / pass();
    const warm = Array.from({ length: WARM_PASSES }, pass).sort((a, b) => a - b);
    speeds.warm[name] = size / warm[(WARM_PASSES - 1) / 2]!;
  }
  return speeds;
}

/** From nothing to the first count of 10 KB; memory that it takes, garbage not counted. */
async function measureStart(subject: SubjectName, encoding: EncodingName): Promise<Start> {
  const text = 'export const answer = (question: string): number => question.length * 42;\n'
    .repeat(140)
    .slice(0, 10_000);
  collectGarbage();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const count = await SUBJECTS[subject](encoding);
  count(text);
  const ms = performance.now() - start;
  collectGarbage();
  return { ms, memoryBytes: process.memoryUsage.rss() - before };
}

/** Typing, typing with cold CPU caches and counting ranges in a text of 1 MB and one of 10 MB, inside the engine. */
async function measureKeystrokes(_: SubjectName, encoding: EncodingName): Promise<Keystrokes> {
  const { LiveCount } = await loadEngine();
  const counter = await loadCounter(encoding);
  const result: Record<string, Keystrokes[string]> = {};
  for (const size of [1, 10]) {
    const live = new LiveCount(counter, sourceText(size * MEGABYTE));
    const type = (i: number) => {
      // Twenty keys in one place, then on to another.
      const rangeOffset = (Math.floor(i / 20) * 7_919_317 + (i % 20)) % live.length;
      live.apply([{ rangeOffset, rangeLength: 0, text: 'const word = typed;\n'[i % 20]! }]);
    };
    const countRange = (i: number) => {
      const start = (i * 7_919_317) % live.length;
      live.countRange(start, start + ((i * 104_729) % (live.length - start)));
    };
    result[`${size} MB`] = {
      typing: latency(20_000, type),
      coldTyping: latency(300, type, emptyCpuCaches),
      range: latency(5_000, countRange),
    };
  }
  return result;
}

/** Microseconds from a key to its count through the worker, at 120 keys a second in 10 MB, and to a mere echo. */
async function measureTyping(_: SubjectName, encoding: EncodingName): Promise<Typing> {
  const { counted, echoed } = await measureRoundTrip(sourceText(10 * MEGABYTE), encoding);
  return { counted: describeTimes(counted), echoed: describeTimes(echoed) };
}

/** Milliseconds to count 1 MB anew, as the peers do on each keystroke. */
async function measureRecount(subject: SubjectName, encoding: EncodingName): Promise<number> {
  const count = await SUBJECTS[subject](encoding);
  const text = sourceText(MEGABYTE);
  count(text);
  return median([1, 2, 3].map(() => timeMs(() => count(text))));
}

/** Milliseconds for texts that are one piece; peers need minutes for longer ones. */
async function measurePieces(subject: SubjectName, encoding: EncodingName): Promise<Record<string, number>> {
  const count = await SUBJECTS[subject](encoding);
  count(sourceText(100_000));
  const isEngine = subject === 'token-meter';
  const size = isEngine ? MEGABYTE : 0;
  const texts: Record<string, string> = {
    '10,000 × a': 'a'.repeat(10_000),
    '1 MB of a': 'a'.repeat(size),
    '1 MB of letters': randomText('abcdefghijklmnopqrstuvwxyz', size),
    '1 MB of blanks': ' '.repeat(size),
    '1 MB of line breaks': '\n'.repeat(size),
    '1 MB of dots': '.'.repeat(size),
    '1 MB of Chinese': randomText('的一是在不了有和人这中大为上个国我以要他时来用们', size / 3),
    '1 MB of base64': Buffer.from(randomText('abcdefghijklmnopqrstuvwxyz0123456789ABC', size))
      .toString('base64')
      .slice(0, size),
  };
  const timed = Object.entries(texts).filter(([, text]) => text !== '');
  return Object.fromEntries(timed.map(([name, text]) => [name, timeMs(() => count(text))]));
}

/** Milliseconds to read and count all files from nothing: the product's pool with two workers, a peer on one thread. */
async function measureFiles(subject: SubjectName, encoding: EncodingName, listPath: string): Promise<number> {
  const start = performance.now();
  const files = JSON.parse(readFileSync(listPath, 'utf8')) as string[];
  if (subject === 'token-meter') {
    const counter = createFileCounter();
    await counter.countFiles(files, encoding);
    return performance.now() - start;
  }
  const count = await SUBJECTS[subject](encoding);
  for (const file of files) count(readFileSync(file, 'utf8'));
  return performance.now() - start;
}

/** Milliseconds for the same files when nothing has changed since they were counted, with the cache read from disk. */
async function measureCachedFiles(_: SubjectName, encoding: EncodingName, listPath: string): Promise<number> {
  const files = JSON.parse(readFileSync(listPath, 'utf8')) as string[];
  const cacheFolder = join(BENCH_FOLDER, 'counts');
  const first = createFileCounter(cacheFolder);
  await first.countFiles(files, encoding);
  await first.save();
  const start = performance.now();
  await createFileCounter(cacheFolder).countFiles(files, encoding);
  return performance.now() - start;
}

function createFileCounter(cacheFolder?: string): FileCounter {
  return new FileCounter({
    loadCounter: createCounterLoader(BENCH_FOLDER),
    workerPath: WORKER_BUNDLE,
    cacheFolder,
    threads: 2,
  });
}

function sourceText(size: number): string {
  const corpus = readCorpus();
  const text = CODE_CLASSES.flatMap((name) => corpus[name]).join('\n');
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

function latency(count: number, act: (i: number) => void, before?: () => void): Latency {
  for (let i = 0; i < 2_000; i++) act(i);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    before?.();
    times.push(timeMs(() => act(i)));
  }
  return describeTimes(times);
}

function describeTimes(timesMs: readonly number[]): Latency {
  const sorted = timesMs.toSorted((a, b) => a - b).map((ms) => ms * 1_000);
  return {
    medianUs: sorted[Math.floor(sorted.length / 2)]!,
    p99Us: sorted[Math.floor(sorted.length * 0.99)]!,
  };
}

/** Reads and writes more than any cache holds. */
function emptyCpuCaches(): void {
  for (let i = 0; i < memory.length; i += 8) memory[i]! += 1;
}

function collectGarbage(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

function timeMs(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function randomText(alphabet: string, length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[Math.floor((seed / 2 ** 32) * alphabet.length)]!;
  }).join('');
}
