import { LOCK_FILES, MINIFIED_NAME } from '../../context/reduce/fileClasses.ts';
import { formatName } from '../../format.ts';
import { message } from '../../message.ts';
import { CARRIED_FORMULA, itemOf, sumsOfResults } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** Of one conversation: a look at the types of a dependency is worth it. */
  leastTokens: 10_000,
};

/** Folders that hold what machines have made or other people's code; `build`, `vendor` and `target` may be a project's own. */
const JUNK_FOLDERS = new Set(
  'node_modules bower_components dist .next .nuxt .svelte-kit .turbo .cache coverage __pycache__ .venv venv site-packages .gradle .terraform .yarn .parcel-cache'.split(
    ' ',
  ),
);

/** Reads and searches in folders of dependencies and build results, of lock and minified files. */
export const JUNK_FOLDERS_READ = perThread('Junk folders read', (thread) => {
  const uses = thread.uses.filter(
    ({ action, isError, path, target }) =>
      (action === 'read' || action === 'search') && !isError && junkOf(path ?? target) !== undefined,
  );
  const tokens = uses.reduce((sum, use) => sum + use.tokens, 0);
  return tokens < LIMITS.leastTokens ? [] : [toDraft(thread, uses, tokens)];
});

/** The part of a path that makes it junk. */
function junkOf(path: string | undefined): string | undefined {
  const parts = path?.split('/') ?? [];
  const folder = parts.find((part) => JUNK_FOLDERS.has(part));
  if (folder !== undefined) return folder;
  const name = parts.at(-1) ?? '';
  return LOCK_FILES.has(name.toLowerCase()) || MINIFIED_NAME.test(name) ? name : undefined;
}

function toDraft(thread: Thread, uses: readonly ToolUse[], tokens: number) {
  const names = [...new Set(uses.map(({ path, target }) => junkOf(path ?? target) ?? ''))];
  return {
    title: message('{0} tokens were read from {1}', tokens, names.slice(0, 3).join(', ')),
    subject: 'junk',
    threads: [thread],
    kind: 'estimated' as const,
    formula: CARRIED_FORMULA,
    ...sumsOfResults(thread, uses),
    confidence: 0.8,
    items: uses.toSorted((a, b) => b.tokens - a.tokens).map((use) => itemOf(use)),
    action: {
      kind: 'writeInstructions' as const,
      text: message('Forbid these folders to the agent in its instructions or its settings'),
      proposal: {
        text: `- Never read or search ${names.map((name) => `\`${formatName(name)}\``).join(', ')}: it is generated or other people's code.`,
      },
    },
  };
}
