import { Uri, workspace } from 'vscode';

/** The folder of a log's project where it is open, whole or within another; of findings about no project in particular the first one. */
export function projectFolder(project: string | undefined): Uri | undefined {
  if (project === undefined) return workspace.workspaceFolders?.[0]?.uri;
  const uri = Uri.file(project);
  return workspace.getWorkspaceFolder(uri) === undefined ? undefined : uri;
}
