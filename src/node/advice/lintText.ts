import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Advice } from '../../core/advice/advice.ts';
import { capAdvice } from '../../core/advice/capAdvice.ts';
import type { InstructionText } from '../../core/advice/check.ts';
import { lintPrompt } from '../../core/advice/lintPrompt.ts';
import { INSTRUCTION_FILES, type PromptKind, promptKindOf } from '../../core/advice/promptKind.ts';
import { countText } from '../../core/tokens/countText.ts';
import type { TextCount } from '../../core/tokens/tokenCount.ts';
import type { TokenCounter } from '../../core/tokens/tokenCounter.ts';
import { isWithin } from '../files/pathWithin.ts';
import { readTextFile } from '../files/readTextFile.ts';
import { resolveInside, resolveRoots } from '../files/resolveInside.ts';
import { gateText } from '../gates/gateText.ts';

/** A prompt or a file with instructions. `path` is absolute and may not be there yet; `root` is the project's folder, absent outside of one. */
export type LintRequest = { text: string; path: string; root?: string };

/** `count` is that of the text, in the counter's encoding, as are the tokens of the advice; `leftOut` is how many there are beyond those. */
export type LintReport = { kind: PromptKind; count: TextCount; advice: Advice[]; leftOut: number };

/** Checks a prompt or a file with instructions, beside what its project says already. */
export function lintText(
  { text, path, root }: LintRequest,
  counter: TokenCounter,
  mostPerCheck = Number.POSITIVE_INFINITY,
): LintReport {
  const countTokens = (part: string) => counter.countTokens(part);
  const kind = promptKindOf(labelIn(root, path));
  const advice = lintPrompt(kind, {
    text,
    gated: gateText(text),
    countTokens,
    ...(root !== undefined && {
      instructions: readInstructions(root).filter((file) => resolve(root, file.path) !== path),
      pathExists: (named: string) => isThere(named, path, root),
    }),
  });
  return { kind, count: countText(counter, text), ...capAdvice(advice, mostPerCheck) };
}

/** The standing instructions of a project; links that lead out of it are not followed. */
export function readInstructions(root: string): InstructionText[] {
  const roots = resolveRoots([root]);
  return INSTRUCTION_FILES.flatMap((name) => {
    const found = resolveInside(join(root, name), roots);
    const read = 'skip' in found ? found : readTextFile(found.target);
    return 'skip' in read ? [] : [{ path: name, text: read.text }];
  });
}

/** Relative to the file or to the project. Nothing is claimed of what would lie outside of it. */
function isThere(named: string, path: string, root: string): boolean {
  const candidates = [resolve(dirname(path), named), resolve(root, named)];
  if (candidates.some((candidate) => !isWithin(root, candidate))) return true;
  return candidates.some((candidate) => existsSync(candidate));
}

function labelIn(root: string | undefined, path: string): string {
  if (root === undefined || !isWithin(root, path)) return basename(path);
  return relative(root, path).split(sep).join('/');
}
