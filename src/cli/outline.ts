import { resolve } from 'node:path';
import { SKIP_REASONS } from '../core/context/fileState.ts';
import type { GatedText } from '../core/context/gates/applyGates.ts';
import { renderOutline } from '../core/context/outline/renderOutline.ts';
import { formatInteger, formatName } from '../core/format.ts';
import type { TokenCounter } from '../core/tokens/tokenCounter.ts';
import type { CounterLoader } from '../node/counting/counterLoader.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readTextFile } from '../node/files/readTextFile.ts';
import { gateText } from '../node/gates/gateText.ts';
import { describeGated, listGated } from './listGated.ts';
import type { Output } from './output.ts';
import { BOOLEAN, parseCommandLine } from './parseCommandLine.ts';
import { UsageError } from './usageError.ts';

export const OUTLINE_USAGE = 'token-meter outline <file…> [--json]';

type Engine = { loadCounter: CounterLoader; worker: CountingWorker };
type Outlined = { path: string; beforeTokens: number; afterTokens: number; gated: GatedText };
type Failed = { path: string; reason: string };

/**
 * The outlines of files, each below its path, through the gates that every copy passes, and to the side the tokens before and after
 * (`o200k_base`). JSON: `{ files: [{ path, beforeTokens, afterTokens, text, redacted, invisible }], skipped: [{ path, reason }] }`. The
 * exit code is 1 when a file has no outline.
 */
export async function runOutline(args: readonly string[], cwd: string, engine: Engine): Promise<Output> {
  const { paths, json } = readArguments(args);
  const counter = await engine.loadCounter('o200k_base');
  const files: Outlined[] = [];
  const skipped: Failed[] = [];
  for (const path of paths) {
    const outlined = await outlineFile(path, cwd, counter, engine.worker);
    if ('reason' in outlined) skipped.push(outlined);
    else files.push(outlined);
  }
  const exitCode = skipped.length === 0 ? 0 : 1;
  if (json)
    return { out: `${JSON.stringify({ files: files.map(toJson), skipped }, null, 2)}\n`, err: '', exitCode };
  const isTitled = paths.length > 1;
  const out = files
    .map(({ path, gated: { text } }) => (isTitled ? `${formatName(path)}\n${text}\n` : text))
    .join('');
  return { out, err: files.map(describe).join('') + skipped.map(explain).join(''), exitCode };
}

async function outlineFile(
  path: string,
  cwd: string,
  counter: TokenCounter,
  worker: CountingWorker,
): Promise<Outlined | Failed> {
  const read = readTextFile(resolve(cwd, path));
  if ('skip' in read) return { path, reason: SKIP_REASONS[read.skip] };
  const parsed = await worker.ask({ ask: 'source', path, text: read.text });
  if (parsed === undefined) return { path, reason: 'no outline for this language' };
  const gated = gateText(renderOutline(parsed.entries));
  return {
    path,
    beforeTokens: counter.countTokens(read.text),
    afterTokens: counter.countTokens(gated.text),
    gated,
  };
}

function describe({ path, beforeTokens, afterTokens, gated }: Outlined): string {
  const line = `${formatName(path)}: ${formatInteger(beforeTokens)} → ${formatInteger(afterTokens)} tokens\n`;
  return describeGated(path, gated) + line;
}

function toJson({ gated, ...file }: Outlined) {
  return { ...file, text: gated.text, ...listGated(gated) };
}

function explain({ path, reason }: Failed): string {
  return `cannot outline ${formatName(path)}: ${reason}\n`;
}

function readArguments(args: readonly string[]): { paths: string[]; json: boolean } {
  const { values, positionals } = parseCommandLine(args, { json: BOOLEAN });
  if (positionals.length === 0) throw new UsageError('Name at least one source file.');
  return { paths: positionals, json: values.json ?? false };
}
