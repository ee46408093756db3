import {
  type Disposable,
  EventEmitter,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import { removeItems, type Scope, setItemChecked } from '../core/context/scope.ts';
import { isManyFiles, pathOf, type ScopeItem } from '../core/context/scopeItem.ts';
import { missingFields, renderTask, TASK_TITLES } from '../core/context/task.ts';
import { checkFit } from '../core/cost/checkFit.ts';
import { formatPlural, formatTokensInWords } from '../core/format.ts';
import { countForModel } from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import { checkPart } from '../node/scope/checkPart.ts';
import { buildMeasuredTree, type MeasuredNode } from '../node/scope/measuredTree.ts';
import { VIEWS } from './commandIds.ts';
import { onDidChangeModel } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import { describeFault } from './fitWarning.ts';
import type { Meter } from './meter.ts';
import { ScopeDropController } from './scopeDropController.ts';
import { buildRow, type ScopeNode } from './scopeRow.ts';
import type { ScopeStore } from './scopeStore.ts';
import { describeTierCosts } from './tierWords.ts';
import { UserError } from './userError.ts';

/** The native tree "Scope": what will be sent, with tokens, and what is left out, with the reason. */
export class ScopeTree implements TreeDataProvider<ScopeNode>, Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly view: TreeView<ScopeNode>;
  private readonly store: ScopeStore;
  private readonly meter: Meter;
  private trees = new Map<string, MeasuredNode>();
  private treesOf: MeasuredScope | undefined;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(store: ScopeStore, meter: Meter) {
    this.store = store;
    this.meter = meter;
    this.view = this.ds.add(
      window.createTreeView<ScopeNode>(VIEWS.scope, {
        treeDataProvider: this,
        canSelectMany: true,
        manageCheckboxStateManually: true,
        dragAndDropController: new ScopeDropController(),
      }),
    );
    this.ds.add(this.view.onDidChangeCheckboxState(({ items }) => this.setChecked(items)));
    this.ds.add(store.onDidChange(() => this.draw()));
    this.ds.add(onDidChangeModel(() => this.draw()));
    this.ds.add(workspace.onDidChangeWorkspaceFolders(() => this.draw()));
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
      return this.store.scope.map((item) => ({
        item,
        path: pathOf(item) ?? '',
        isPart: false,
        measured: this.treeOf(item),
      }));
    }
    const { item, measured } = parent;
    return [...(measured?.children.values() ?? [])].map((child) => ({
      item,
      path: child.path,
      isPart: true,
      measured: child,
    }));
  }

  getTreeItem(node: ScopeNode): TreeItem {
    return buildRow(node, this.meter.model.tokenizer);
  }

  /** Removes items; a part of a folder is left out of it. */
  async remove(rows: readonly ScopeNode[]): Promise<void> {
    if (rows.length === 0)
      throw new UserError(l10n.t('Select rows in the Scope view first: click them or press Space.'));
    const parts = rows.filter((row) => row.isPart);
    const ids = new Set(rows.filter((row) => !row.isPart).map((row) => row.item.id));
    await this.store.replace(this.checkParts(removeItems(this.store.scope, ids), parts, false));
  }

  private draw(): void {
    const { scope } = this.store;
    this.view.description = scope.length === 0 || !this.store.isMeasured ? '' : this.describeTotal();
    this.view.message = scope.length === 0 ? emptyMessage() : this.describeNotes();
    this.changed.fire();
  }

  /** What the rows do not say: how much goes first, what the task lacks, what was skipped. */
  private describeNotes(): string {
    const { measured, isMeasured, task } = this.store;
    const stable = isMeasured ? (measured?.stableTokens ?? 0) : 0;
    const missing = missingFields(task).map((field) => translate(TASK_TITLES[field]));
    const { tokenizer } = this.meter.model;
    return [
      ...(stable === 0 || measured === undefined
        ? []
        : [
            l10n.t(
              'First come {0} that change seldom.',
              formatTokensInWords(countForModel({ ...measured.total, tokens: stable }, tokenizer)),
            ),
          ]),
      ...(missing.length === 0 || renderTask(task) === undefined
        ? []
        : [l10n.t('The task lacks: {0}.', missing.join(', '))]),
      skippedMessage(measured),
      ...this.describeCost(),
    ]
      .filter((note) => note !== '')
      .join(' ');
  }

  /** What the scope costs on each tier, and first what is wrong with sending it. */
  private describeCost(): string[] {
    const { measured, isMeasured } = this.store;
    if (measured === undefined || !isMeasured || measured.documentCount === 0) return [];
    const { model, offer } = this.meter;
    const fault = checkFit(measured.total, model, offer);
    return [
      ...(fault === undefined ? [] : [`⚠ ${describeFault(fault, model)}`]),
      describeTierCosts(measured.total, this.meter),
    ];
  }

  private describeTotal(): string {
    const row = this.meter.buildSnapshot().rows.find(({ subject }) => subject === 'scope');
    return row?.count === undefined ? '' : `${row.name} · ${formatTokensInWords(row.count)}`;
  }

  /** Built once for each measure, and only for the items that are drawn. */
  private treeOf(item: ScopeItem): MeasuredNode | undefined {
    const { measured } = this.store;
    if (measured !== this.treesOf) this.trees = new Map();
    this.treesOf = measured;
    const found = measured?.items.find(({ id }) => id === item.id);
    if (found === undefined) return undefined;
    const tree = this.trees.get(item.id) ?? buildMeasuredTree(pathOf(item) ?? '', found.files);
    this.trees.set(item.id, tree);
    return tree;
  }

  private setChecked(changes: readonly [ScopeNode, TreeItemCheckboxState][]): void {
    let { scope } = this.store;
    for (const [row, state] of changes) {
      const checked = state === TreeItemCheckboxState.Checked;
      if (row.isPart) scope = this.checkParts(scope, [row], checked);
      else scope = setItemChecked(scope, row.item.id, checked);
    }
    void this.store.replace(scope);
  }

  private checkParts(scope: Scope, rows: readonly ScopeNode[], checked: boolean): Scope {
    return scope.map((item) =>
      rows
        .filter((row) => row.item.id === item.id)
        .reduce((changed, row) => this.checkPart(changed, row.path, checked), item),
    );
  }

  private checkPart(item: ScopeItem, path: string, checked: boolean): ScopeItem {
    const tree = this.treeOf(item);
    if (!isManyFiles(item) || tree === undefined) return item;
    return checkPart(item, tree, path, checked);
  }
}

/** A message and not a welcome view, which would lie over the tree and take nothing that is dropped on it. */
function emptyMessage(): string {
  if (workspace.workspaceFolders === undefined) return '';
  return l10n.t(
    'Drop files and folders here, or add them from the explorer, a tab or an editor. With an empty scope, Copy Scoped Context takes the selection or the open file.',
  );
}

function skippedMessage(measured: MeasuredScope | undefined): string {
  const files = measured?.items.flatMap((item) => item.files) ?? [];
  const skipped = files.filter((file) => file.skip !== undefined).length;
  return skipped === 0 ? '' : l10n.t('{0} skipped: see the reasons below.', formatPlural(skipped, 'file'));
}
