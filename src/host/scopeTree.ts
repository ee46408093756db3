import { basename, relative, sep } from 'node:path';
import {
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { FILE_NOTES, SKIP_REASONS } from '../core/context/fileState.ts';
import type { MeasuredFile } from '../core/context/measuredScope.ts';
import { setItemChecked, setPartChecked } from '../core/context/scope.ts';
import type { ScopeItem } from '../core/context/scopeItem.ts';
import { formatPlural, formatTokens } from '../core/format.ts';
import { countForModel, sumTextCounts, type TextCount } from '../core/tokens/tokenCount.ts';
import { isWithin } from '../node/files/pathWithin.ts';
import { VIEWS } from './commandIds.ts';
import { displayName } from './countTarget.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Meter } from './meter.ts';
import { ScopeDropController } from './scopeDropController.ts';
import type { ScopeStore } from './scopeStore.ts';

/** A row of the tree: an item of the scope, or a file or folder below a folder item. */
export type ScopeNode = { item: ScopeItem; path: string; isPart: boolean };

/** The native tree "Scope": what will be sent, with tokens, and what is left out, with the reason. */
export class ScopeTree implements TreeDataProvider<ScopeNode>, Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly view: TreeView<ScopeNode>;
  private readonly store: ScopeStore;
  private readonly meter: Meter;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(store: ScopeStore, meter: Meter) {
    this.store = store;
    this.meter = meter;
    this.view = this.ds.add(
      window.createTreeView<ScopeNode>(VIEWS.scope, {
        treeDataProvider: this,
        canSelectMany: true,
        manageCheckboxStateManually: true,
        dragAndDropController: new ScopeDropController(store),
      }),
    );
    this.ds.add(this.view.onDidChangeCheckboxState(({ items }) => this.setChecked(items)));
    this.ds.add(store.onDidChange(() => this.draw()));
    this.draw();
  }

  get selection(): readonly ScopeNode[] {
    return this.view.selection;
  }

  dispose(): void {
    this.ds.dispose();
  }

  getChildren(parent?: ScopeNode): ScopeNode[] {
    if (parent === undefined) {
      return this.store.scope.map((item) => ({ item, path: item.path, isPart: false }));
    }
    const { item, path } = parent;
    const children = new Set<string>();
    for (const file of this.filesBelow(parent)) {
      const first = relative(path, file.path).split(sep)[0];
      if (first !== undefined && first !== '') children.add(`${path}${sep}${first}`);
    }
    return [...children].map((child) => ({ item, path: child, isPart: true }));
  }

  getTreeItem(node: ScopeNode): TreeItem {
    const { item, path, isPart } = node;
    const files = this.filesBelow(node);
    const isFolder = item.kind === 'folder' && files.some((file) => file.path !== path);
    const isChecked = isPart ? !isExcluded(item, path) : item.checked;
    const row = new TreeItem(Uri.file(path), collapsible(isFolder, isPart));
    row.id = isPart ? `${item.id}>${path}` : item.id;
    row.label = this.labelOf(node);
    row.description = this.describe(node, files, isFolder);
    row.tooltip = `${displayName(Uri.file(path))}\n${row.description}`;
    row.contextValue = isPart ? 'scopePart' : 'scopeItem';
    row.checkboxState = isChecked ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked;
    row.accessibilityInformation = { label: `${row.label}, ${row.description}` };
    if (!isFolder) row.command = openCommand(node);
    return row;
  }

  private draw(): void {
    const { measured, scope } = this.store;
    this.view.description = scope.length === 0 || measured === undefined ? '' : this.describeTotal();
    const skipped =
      measured?.items.flatMap((item) => item.files).filter((file) => file.skip !== undefined) ?? [];
    this.view.message =
      skipped.length === 0 ? '' : `${formatPlural(skipped.length, 'file')} skipped: see the reasons below.`;
    this.changed.fire();
  }

  private describeTotal(): string {
    const row = this.meter.buildSnapshot().rows.find(({ subject }) => subject === 'scope');
    return row?.count === undefined ? '' : `${row.name} · ${formatTokens(row.count)} tokens`;
  }

  private filesBelow({ item, path }: ScopeNode): MeasuredFile[] {
    const measured = this.store.measured?.items.find(({ id }) => id === item.id);
    return measured?.files.filter((file) => isWithin(path, file.path)) ?? [];
  }

  private labelOf({ item, path, isPart }: ScopeNode): string {
    if (isPart) return basename(path);
    const name = displayName(Uri.file(path));
    return item.kind === 'lines' ? `${name}:${item.lines.startLine}-${item.lines.endLine}` : name;
  }

  private describe({ item, path }: ScopeNode, files: readonly MeasuredFile[], isFolder: boolean): string {
    if (files.length === 0) return this.store.measured === undefined ? '…' : 'no files';
    const [only] = files;
    if (!isFolder && only !== undefined) return this.describeFile(only);
    const taken = files.filter((file) => file.excluded === undefined && file.count !== undefined);
    const all = item.checked && !isExcluded(item, path) ? taken : files;
    const total = sumTextCounts(all.flatMap((file) => file.count ?? []));
    return `${formatPlural(all.length, 'file')} · ${this.formatCount(total)}`;
  }

  private describeFile({ count, skip, note }: MeasuredFile): string {
    if (skip !== undefined) return `skipped: ${SKIP_REASONS[skip]}`;
    const parts = count === undefined ? [] : [this.formatCount(count)];
    return [...parts, ...(note === undefined ? [] : [FILE_NOTES[note]])].join(' · ');
  }

  private formatCount(counted: TextCount): string {
    return formatTokens(countForModel(counted, this.meter.model.tokenizer));
  }

  private setChecked(changes: readonly [ScopeNode, TreeItemCheckboxState][]): void {
    let { scope } = this.store;
    for (const [{ item, path, isPart }, state] of changes) {
      const checked = state === TreeItemCheckboxState.Checked;
      scope = isPart
        ? setPartChecked(scope, item.id, path, checked)
        : setItemChecked(scope, item.id, checked);
    }
    void this.store.replace(scope);
  }
}

function isExcluded(item: ScopeItem, path: string): boolean {
  return item.kind === 'folder' && item.excluded.some((excluded) => isWithin(excluded, path));
}

function collapsible(isFolder: boolean, isPart: boolean): TreeItemCollapsibleState {
  if (!isFolder) return TreeItemCollapsibleState.None;
  return isPart ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}

function openCommand({ item, path }: ScopeNode): NonNullable<TreeItem['command']> {
  const line = item.kind === 'lines' ? item.lines.startLine - 1 : undefined;
  const selection = line === undefined ? {} : { selection: { startLineNumber: line + 1, startColumn: 1 } };
  return {
    command: 'vscode.open',
    title: 'Open',
    arguments: [Uri.file(path), { preview: true, ...selection }],
  };
}
