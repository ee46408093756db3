import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Uri, workspace } from 'vscode';

export type Files = Record<string, string | Uint8Array>;

export type TestFolder = {
  path: string;
  /** As the model sees it: relative to the workspace. */
  label: string;
  uri(name: string): Uri;
  write(files: Files): void;
};

/** The one folder that is open: a copy of the sample that tests may write to. */
export function workspaceRoot(): string {
  const root = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (root === undefined) throw new Error('The tests need an open folder.');
  return root;
}

/** A folder inside the workspace with the given files (path to content), until the suite around has ended. */
export function makeFolder(files: Files = {}, parent = workspaceRoot()): TestFolder {
  const path = mkdtempSync(join(parent, 'case-'));
  const folder: TestFolder = {
    path,
    label: basename(path),
    uri: (name) => Uri.file(join(path, name)),
    write: (more) => writeFiles(path, more),
  };
  folder.write(files);
  after(() => rmSync(path, { recursive: true, force: true }));
  return folder;
}

function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
