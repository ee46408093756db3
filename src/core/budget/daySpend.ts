import { addUsd } from '../usage/aggregateUsage.ts';

/** What a project cost on a day at list prices. `project` is absent where the logs do not tell. */
export type DaySpend = { day: string; project?: string; costUsd: number; unpricedRequests: number };

/** Of a project: a working folder with all below it, or every folder of that name. */
export function spendOf(spends: readonly DaySpend[], project: string | undefined): DaySpend[] {
  return spends.filter((spend) => project === undefined || isOfProject(spend.project, project));
}

export function sumUsd(spends: readonly DaySpend[]): number {
  return spends.reduce((sum, { costUsd }) => addUsd(sum, costUsd), 0);
}

function isOfProject(folder: string | undefined, project: string): boolean {
  if (folder === undefined) return false;
  const [own, wanted] = [slashed(folder), slashed(project)];
  return own === wanted || own.startsWith(`${wanted}/`) || own.endsWith(`/${wanted}`);
}

/** Paths of any system, without a slash at the end. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/\/+$/, '');
}
