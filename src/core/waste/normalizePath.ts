/** A path the way it is the same however a tool wrote it: slashes, the drives of a Windows project as `c:`, from the project where it is relative. */
export function normalizePath(path: string, project = ''): string {
  const own = withSlashes(path, isWindows(path) || isWindows(project));
  if (/^(?:\/|~|[a-z]:)/.test(own) || project === '') return own;
  return `${withSlashes(project, isWindows(project)).replace(/\/$/, '')}/${own}`;
}

function isWindows(path: string): boolean {
  return /^[a-z]:/i.test(path);
}

function withSlashes(path: string, hasDrives: boolean): string {
  const slashed = path.replaceAll('\\', '/').replace(/^\.\//, '').replaceAll('/./', '/');
  if (!hasDrives) return slashed;
  // Git Bash calls a drive a folder.
  return slashed.replace(/^\/([a-z])\/|^([a-z]):/i, (_, folder?: string, drive?: string) =>
    folder === undefined ? `${(drive ?? '').toLowerCase()}:` : `${folder.toLowerCase()}:/`,
  );
}
