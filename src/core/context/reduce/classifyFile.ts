import {
  type FileClassName,
  GENERATED_MARKS,
  GENERATED_NAMES,
  LOCK_FILES,
  MINIFIED_NAME,
  VENDORED_FOLDERS,
} from './fileClasses.ts';

/** What a file is that need not be read, and why it is thought so: `lock file of npm`. */
export type FileClass = { name: FileClassName; reason: string };

/** So much of the sample is looked at for marks of generators, in UTF-16 units and lines. */
const MARK_UNITS = 2_000;
const MARK_LINES = 12;
const SAMPLE_UNITS = 20_000;

/** Tells lock, vendored, minified and generated files by their path and the start of their text (20,000 units are enough). */
export function classifyFile(path: string, sample: string): FileClass | undefined {
  const parts = path.toLowerCase().split(/[\\/]/);
  const tool = LOCK_FILES.get(parts.at(-1) ?? '');
  if (tool !== undefined) return { name: 'lock', reason: `lock file of ${tool}` };
  const folder = parts.slice(0, -1).find((part) => VENDORED_FOLDERS.has(part));
  if (folder !== undefined) return { name: 'vendored', reason: `in ${folder}` };
  const minified = minifiedReason(path, sample.slice(0, SAMPLE_UNITS));
  if (minified !== undefined) return { name: 'minified', reason: minified };
  const generated = generatedReason(path, sample);
  return generated === undefined ? undefined : { name: 'generated', reason: generated };
}

function minifiedReason(path: string, sample: string): string | undefined {
  if (MINIFIED_NAME.test(path)) return 'minified by its name';
  if (!/\.(?:[cm]?jsx?|css|html?)$/i.test(path) && path !== '') return undefined;
  return looksMinified(sample) ? 'long lines without spaces' : undefined;
}

/** Code in lines of 500 units and more on average, of which less than a tenth is white space. Prose has more, data other characters. */
export function looksMinified(sample: string): boolean {
  if (sample.length < 1_000) return false;
  const lines = sample.split('\n').length;
  const blanks = sample.replace(/\S+/g, '').length;
  const punctuation = sample.replace(/[^{}();,=:]+/g, '').length;
  return sample.length / lines > 500 && blanks * 10 < sample.length && punctuation * 12 > sample.length;
}

function generatedReason(path: string, sample: string): string | undefined {
  const slashed = path.replaceAll('\\', '/');
  const named = GENERATED_NAMES.find(([pattern]) => pattern.test(slashed));
  if (named !== undefined) return named[1];
  const head = sample.slice(0, MARK_UNITS).split('\n', MARK_LINES).join('\n');
  return GENERATED_MARKS.find(([pattern]) => pattern.test(head))?.[1];
}
