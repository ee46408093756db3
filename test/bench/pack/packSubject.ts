/** One process measures one thing: `node packSubject.cjs <measure> <folder> <cache folder> <folder of the bundles> <output file>`. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderItem } from '../../../src/core/context/scopeItem.ts';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { countFile } from '../../../src/node/counting/countFile.ts';
import { FileCounter } from '../../../src/node/counting/fileCounter.ts';
import { readFileBytes } from '../../../src/node/files/readTextFile.ts';
import { walkFolder } from '../../../src/node/files/walkFolder.ts';
import { Baseline } from '../../../src/node/scope/baseline.ts';
import { measureScope } from '../../../src/node/scope/measureScope.ts';
import { makeRequest } from '../../core/context/makeRequest.ts';

export interface Counted {
  readonly files: number;
  readonly tokens: number;
  readonly sizeBytes: number;
}

/** Milliseconds from being told of a changed file to the new baseline. */
export interface Changes {
  readonly firstMs: number;
  readonly medianMs: number;
  readonly mostMs: number;
}

/** Milliseconds of one thread for all files. */
export interface Reading {
  readonly readMs: number;
  readonly readAndCountMs: number;
}

const ENCODING = 'o200k_base';
const CHANGES = 40;
const PASSES = 7;
const MEASURES = { baseline, again, changes, reading, pack } as const;
export type Measure = keyof typeof MEASURES;

const [measure, folder, cacheFolder, bundles, output] = process.argv.slice(2) as [
  Measure,
  string,
  string,
  string,
  string,
];
const loadCounter = createCounterLoader(bundles);
const files = new FileCounter({
  loadCounter,
  workerPath: join(bundles, 'worker.cjs'),
  cacheFolder,
  threads: 2,
});

void MEASURES[measure]().then((result) => {
  console.log(JSON.stringify(result));
  process.exit(); // The pool's threads stay for the next question.
});

/** The whole folder, with the cache as it is found, which is kept up to date. */
async function baseline(): Promise<Counted> {
  const sum = await new Baseline([folder], ENCODING, files).measure();
  await files.save();
  return { files: sum.files, tokens: sum.count.tokens, sizeBytes: sum.sizeBytes };
}

/** Milliseconds of each pass of one process, which asks again without knowing what has changed: nothing. */
async function again(): Promise<number[]> {
  const whole = new Baseline([folder], ENCODING, files);
  const times: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const startMs = performance.now();
    await whole.measure();
    times.push(performance.now() - startMs);
  }
  return times;
}

async function changes(): Promise<Changes> {
  const paths: string[] = [];
  for await (const { path } of walkFolder(folder, [folder])) paths.push(path);
  const whole = new Baseline([folder], ENCODING, files);
  await whole.measure();
  const times: number[] = [];
  for (let nth = 0; nth < CHANGES; nth++) {
    const path = paths[Math.floor((nth * paths.length) / CHANGES)]!;
    appendFileSync(path, '\n');
    const startMs = performance.now();
    await whole.measure([path]);
    times.push(performance.now() - startMs);
  }
  // Up to then everything came from the cache: the first change loads the vocabulary.
  const [firstMs, ...others] = times as [number, ...number[]];
  others.sort((a, b) => a - b);
  return { firstMs, medianMs: others[Math.floor(others.length / 2)]!, mostMs: others.at(-1)! };
}

async function reading(): Promise<Reading> {
  const paths: string[] = [];
  for await (const { path } of walkFolder(folder, [folder])) paths.push(path);
  const counter = await loadCounter(ENCODING);
  const timeMs = (act: (path: string) => unknown) => {
    const startMs = performance.now();
    for (const path of paths) act(path);
    return performance.now() - startMs;
  };
  timeMs((path) => countFile(path, counter));
  return {
    readMs: timeMs((path) => readFileBytes(path)),
    readAndCountMs: timeMs((path) => countFile(path, counter)),
  };
}

/** The whole folder as one text in a file, through the gates. */
async function pack(): Promise<Counted> {
  const request = makeRequest({
    scope: [folderItem(folder)],
    roots: [{ path: folder, name: 'workspace' }],
    encoding: ENCODING,
  });
  // Whole files need no parser.
  const tools = { files, loadCounter, parseSource: async () => undefined };
  const { measured, gated } = await measureScope(request, tools);
  writeFileSync(output, gated.text);
  await files.save();
  return { files: measured.documentCount, tokens: measured.total.tokens, sizeBytes: gated.text.length };
}
