import { type DataTransfer, type TreeDragAndDropController, Uri } from 'vscode';
import { addUris } from './addToScope.ts';
import type { ScopeStore } from './scopeStore.ts';

/** Files and folders dropped on the tree, from the explorer, from tabs or from the system, become items. */
export class ScopeDropController implements TreeDragAndDropController<unknown> {
  readonly dropMimeTypes = ['text/uri-list'];
  readonly dragMimeTypes = [];
  private readonly store: ScopeStore;

  constructor(store: ScopeStore) {
    this.store = store;
  }

  async handleDrop(_target: unknown, transfer: DataTransfer): Promise<void> {
    const list = await transfer.get('text/uri-list')?.asString();
    const lines = list?.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#')) ?? [];
    await addUris(
      this.store,
      lines.map((line) => Uri.parse(line)),
    );
  }
}
