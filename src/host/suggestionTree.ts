import {
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { pathOf } from '../core/context/scopeItem.ts';
import { formatInteger, formatName, formatPlural } from '../core/format.ts';
import { translate } from '../core/translate.ts';
import { VIEWS } from './commandIds.ts';
import { DisposableStore } from './disposableStore.ts';
import { nameItem, placeItem } from './itemWords.ts';
import type { SuggestedRow, SuggestionStore } from './suggestionStore.ts';

/** A row of the view: something suggested, the heading of what was left out, or something of that. */
export type SuggestionNode = { row: SuggestedRow; isLeftOut: boolean } | 'leftOut';

/** Whether a command was given a row of the tree. */
export function isSuggestion(value: unknown): value is { row: SuggestedRow } {
  const { row } = (value ?? {}) as { row?: { item?: { id?: unknown } } };
  return typeof row?.item?.id === 'string';
}

/** The native tree "Suggested Scope": unchecked rows, each with its tokens and its reason; checking one takes it. */
export class SuggestionTree implements TreeDataProvider<SuggestionNode>, Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly view: TreeView<SuggestionNode>;
  private readonly suggestions: SuggestionStore;
  readonly onDidChangeTreeData = this.changed.event;

  constructor(suggestions: SuggestionStore) {
    this.suggestions = suggestions;
    this.view = this.ds.add(
      window.createTreeView<SuggestionNode>(VIEWS.suggestions, {
        treeDataProvider: this,
        manageCheckboxStateManually: true,
      }),
    );
    this.ds.add(
      this.view.onDidChangeCheckboxState(({ items }) => {
        const rows = items.flatMap(([node]) => (node === 'leftOut' ? [] : [node.row]));
        void suggestions.take(rows);
      }),
    );
    this.ds.add(suggestions.onDidChange(() => this.draw()));
    this.draw();
  }

  dispose(): void {
    this.ds.dispose();
  }

  getChildren(parent?: SuggestionNode): SuggestionNode[] {
    const { state } = this.suggestions;
    if (state === undefined) return [];
    if (parent === 'leftOut') return state.leftOut.map((row) => ({ row, isLeftOut: true }));
    if (parent !== undefined) return [];
    const items = state.items.map((row) => ({ row, isLeftOut: false }));
    return state.leftOut.length === 0 ? items : [...items, 'leftOut'];
  }

  getTreeItem(node: SuggestionNode): TreeItem {
    if (node === 'leftOut') {
      const item = new TreeItem(l10n.t('Left out'), TreeItemCollapsibleState.Collapsed);
      item.description = formatPlural(this.suggestions.state?.leftOut.length ?? 0, 'file');
      item.iconPath = new ThemeIcon('circle-slash');
      return item;
    }
    return buildRow(node.row, node.isLeftOut);
  }

  private draw(): void {
    const { state } = this.suggestions;
    this.view.description =
      state === undefined
        ? ''
        : l10n.t('{0} of {1}', formatInteger(state.totalTokens), formatPlural(state.budget, 'token'));
    this.view.message =
      state === undefined || state.isComplete
        ? ''
        : l10n.t('From the files that are read so far; the rest follows.');
    this.changed.fire();
  }
}

function buildRow({ item, label, tokens, reason }: SuggestedRow, isLeftOut: boolean): TreeItem {
  const name = nameItem(item);
  const row = new TreeItem(name, TreeItemCollapsibleState.None);
  const path = pathOf(item) ?? '';
  row.id = `${isLeftOut ? 'leftOut' : 'suggested'}:${item.id}`;
  row.resourceUri = Uri.file(path);
  const detail = item.detail === 'full' ? [] : [translate(item.detail)];
  const place = placeItem(item);
  row.description = [
    formatInteger(tokens),
    ...detail,
    formatName(reason),
    ...(place === '' ? [] : [place]),
  ].join(' · ');
  const size = [formatPlural(tokens, 'token'), ...detail].join(', ');
  row.tooltip = [formatName(label), size, formatName(reason)].join('\n');
  row.contextValue = 'suggestion';
  row.checkboxState = {
    state: TreeItemCheckboxState.Unchecked,
    tooltip: l10n.t('Check to take it into the scope'),
  };
  row.accessibilityInformation = {
    label: `${name}, ${formatPlural(tokens, 'token')}, ${formatName(reason)}`,
  };
  row.command = {
    command: 'vscode.open',
    title: l10n.t('Open in Editor'),
    arguments: [Uri.file(path), { preview: true }],
  };
  return row;
}
