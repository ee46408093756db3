import { normalizePath } from './normalizePath.ts';
import type { Thread } from './thread.ts';

/** Whether a path lies in the project; agents read and write files of their own, such as skills, plans and notes. */
export function isOfProject(path: string, { project }: Thread): boolean {
  return project === undefined || path.startsWith(`${normalizePath(project)}/`);
}
