import { type Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import { isInstructions } from '../core/context/orderParts.ts';
import { DisposableStore } from './disposableStore.ts';

const PATTERN =
  '**/{CLAUDE.md,AGENTS.md,GEMINI.md,SKILL.md,.cursorrules,.windsurfrules,.clinerules,copilot-instructions.md,*.mdc}';
const NOT_OURS = '**/{node_modules,.git,dist,build,vendor}/**';
const SKILL = /(?:^|\/)skills\/[^/]+\/SKILL\.md$/;
const MOST_FILES = 500;

/** What agents read by themselves: files with instructions, by their paths in the workspace, and skills. */
export type Instructions = { files: readonly string[]; skillCount: number };

/** Looks for instructions of the project, by name only, from when somebody wants to know. */
export class InstructionFiles implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private found: Instructions | undefined;
  private isFollowed = false;
  readonly onDidChange = this.changed.event;

  /** Absent until they were looked for. */
  get current(): Instructions | undefined {
    return this.found;
  }

  follow(): void {
    if (this.isFollowed) return;
    this.isFollowed = true;
    const watcher = this.ds.add(workspace.createFileSystemWatcher(PATTERN, false, true, false));
    this.ds.add(watcher.onDidCreate(() => void this.look()));
    this.ds.add(watcher.onDidDelete(() => void this.look()));
    this.ds.add(workspace.onDidChangeWorkspaceFolders(() => void this.look()));
    void this.look();
  }

  dispose(): void {
    this.ds.dispose();
  }

  private async look(): Promise<void> {
    const uris = await workspace.findFiles(PATTERN, NOT_OURS, MOST_FILES);
    const paths = uris.map(pathInWorkspace).sort(byDepth);
    this.found = {
      files: paths.filter(isInstructions),
      skillCount: paths.filter((path) => SKILL.test(path)).length,
    };
    this.changed.fire();
  }
}

function pathInWorkspace(uri: Uri): string {
  return workspace.asRelativePath(uri).replaceAll('\\', '/');
}

/** What holds for the whole project comes first. */
function byDepth(a: string, b: string): number {
  return a.split('/').length - b.split('/').length || Number(a > b) - Number(a < b);
}
