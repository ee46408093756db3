import { commands, type DataTransfer, type TreeDragAndDropController, Uri } from 'vscode';
import { COMMANDS } from './commandIds.ts';

/** Files and folders dropped on the tree, from the explorer, from tabs or from the system, become items. */
export class ScopeDropController implements TreeDragAndDropController<unknown> {
  readonly dropMimeTypes = ['text/uri-list'];
  readonly dragMimeTypes = [];

  async handleDrop(_target: unknown, transfer: DataTransfer): Promise<void> {
    const list = await transfer.get('text/uri-list')?.asString();
    const lines = list?.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')) ?? [];
    const uris = lines.map((line) => Uri.parse(line));
    // The command shows what it refuses, and without any URI it would mean the open file.
    if (uris.length > 0) await commands.executeCommand(COMMANDS.addToScope, uris[0], uris);
  }
}
