import type { History } from '../../core/context/suggest/history/history.ts';
import { HISTORY_FORM, parseHistory } from '../../core/context/suggest/history/parseHistory.ts';
import { runGit } from '../git/runGit.ts';

/** So many commits are read, the newest first: a second at most, and what is older says little about today's files. */
const MOST_COMMITS = 4_000;
/** Commits with more new files are not searched for renames: that would take minutes. */
const MOST_RENAMES = 300;

/** In a folder of a huge repository Git may have to look at a million commits to find as many as it is asked for. */
const MOST_MS = 30_000;

/**
 * The commits of the branch that is checked out, merges left out, with the files below `folder` and their paths relative to it. Empty without Git
 * and without a repository, `undefined` when Git takes too long.
 */
export async function readHistory(folder: string, signal?: AbortSignal): Promise<History | undefined> {
  const limits = ['-n', String(MOST_COMMITS), '-l', String(MOST_RENAMES), '--no-merges', '--relative'];
  const form = ['--no-show-signature', '--no-ext-diff', ...HISTORY_FORM];
  const timeout = AbortSignal.timeout(MOST_MS);
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  try {
    const log = await runGit(folder, ['log', ...limits, ...form, '--', '.'], either);
    return log?.exitCode === 0 ? parseHistory(log.output) : [];
  } catch (error) {
    if (timeout.aborted && signal?.aborted !== true) return undefined;
    throw error;
  }
}

/** The commit that is checked out: the history is read anew when it is another one. */
export async function readHead(folder: string, signal?: AbortSignal): Promise<string | undefined> {
  const head = await runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'], signal);
  return head?.exitCode === 0 ? head.output.trim() : undefined;
}
