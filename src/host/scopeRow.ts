import { posix } from 'node:path';
import {
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import { FILE_NOTES, SKIP_REASONS } from '../core/context/fileState.ts';
import type { MeasuredFile } from '../core/context/measuredScope.ts';
import { DETAILS_OF, isManyFiles, type ScopeItem } from '../core/context/scopeItem.ts';
import { formatInteger, formatName, formatPlural, formatTokens, speakTokens } from '../core/format.ts';
import {
  countForModel,
  sumTextCounts,
  type TextCount,
  type TokenizerModel,
} from '../core/tokens/tokenCount.ts';
import { translate } from '../core/translate.ts';
import { isPartChecked } from '../node/scope/checkPart.ts';
import type { MeasuredNode } from '../node/scope/measuredTree.ts';
import { displayName } from './countTarget.ts';
import { iconOf, nameItem, placeItem } from './itemWords.ts';

/** An item of the scope, or a file or folder below a folder item. `measured` is absent until it has been read. */
export type ScopeNode = {
  item: ScopeItem;
  path: string;
  isPart: boolean;
  measured: MeasuredNode | undefined;
};

/** Whether a command was given a row of the tree; other extensions and key bindings may pass anything. */
export function isScopeNode(value: unknown): value is ScopeNode {
  const { item, path, isPart } = (value ?? {}) as Partial<Record<keyof ScopeNode, unknown>>;
  const { id } = (item ?? {}) as { id?: unknown };
  return typeof id === 'string' && typeof path === 'string' && typeof isPart === 'boolean';
}

/** A part of a row's description, for the eye and for the ear. */
type Part = { shown: string; spoken: string };

const SKIPPED_ICON = new ThemeIcon('circle-slash', new ThemeColor('descriptionForeground'));

/** The row of the Scope view for a node: name, checkbox, tokens, and the reason when it is skipped. */
export function buildRow(node: ScopeNode, tokenizer: TokenizerModel): TreeItem {
  const { item, path, isPart, measured } = node;
  const isFolder = measured === undefined ? isManyFiles(item) : measured.children.size > 0;
  const parts = describe(node, isFolder, tokenizer);
  const label = labelOf(node);
  const row = new TreeItem(label, collapsible(isFolder, isPart));
  const icon = isPart ? undefined : iconOf(item);
  if (icon === undefined) row.resourceUri = Uri.file(path);
  else row.iconPath = icon;
  row.id = isPart ? `${item.id}>${path}` : item.id;
  row.description = [...parts, ...placeOf(node)].map(({ shown }) => shown).join(' · ');
  row.tooltip = [
    ...(path === '' ? [] : [formatName(displayName(Uri.file(path)))]),
    speakAll(parts),
    ...(isFolder ? [l10n.t('The headings and fences of the copied text come on top.')] : []),
  ].join('\n');
  row.contextValue = isPart ? 'scopePart' : contextOf(item);
  row.checkboxState = checkbox(isChecked(node), label);
  row.accessibilityInformation = { label: `${label}, ${speakAll([...parts, ...placeOf(node)])}` };
  if (!isFolder && measured?.file?.skip !== undefined) row.iconPath = SKIPPED_ICON;
  if (!isFolder && path !== '') row.command = openCommand(node);
  return row;
}

function isChecked({ item, path, isPart }: ScopeNode): boolean {
  return isPart && isManyFiles(item) ? isPartChecked(item, path) : item.checked;
}

function checkbox(isOn: boolean, label: string): NonNullable<TreeItem['checkboxState']> & object {
  return {
    state: isOn ? TreeItemCheckboxState.Checked : TreeItemCheckboxState.Unchecked,
    tooltip: isOn ? l10n.t('Uncheck to leave it out') : l10n.t('Left out: check to take it in'),
    accessibilityInformation: { label: l10n.t('Take {0} into the scope', label), role: 'checkbox' },
  };
}

function labelOf({ item, path, isPart }: ScopeNode): string {
  return isPart ? formatName(posix.basename(displayName(Uri.file(path)))) : nameItem(item);
}

/** What the menus of the manifest ask for: whether there is a choice of details, and whether the item is kept first. */
function contextOf(item: ScopeItem): string {
  const words = ['scopeItem', DETAILS_OF[item.kind].length > 1 ? 'details' : 'plain'];
  return [...words, item.stable === true ? 'stable' : 'volatile'].join(' ');
}

/** Where an item lies; of a part the rows above it say that. It comes after the tokens, which narrow views cut last. */
function placeOf({ item, isPart }: ScopeNode): Part[] {
  const place = isPart ? '' : placeItem(item);
  return place === '' ? [] : [words(place)];
}

function describe(node: ScopeNode, isFolder: boolean, tokenizer: TokenizerModel): Part[] {
  const { item, isPart } = node;
  const state = isPart ? [] : describeState(item);
  return [...describeCount(node, isFolder, tokenizer), ...state];
}

/** At which detail an item goes in, and whether before the others. */
function describeState({ kind, detail, stable }: ScopeItem): Part[] {
  const isUsual = detail === DETAILS_OF[kind][0];
  return [...(isUsual ? [] : [words(translate(detail))]), ...(stable ? [words(l10n.t('kept first'))] : [])];
}

function describeCount(node: ScopeNode, isFolder: boolean, tokenizer: TokenizerModel): Part[] {
  const { measured } = node;
  if (measured === undefined) return [{ shown: '…', spoken: l10n.t('counting') }];
  if (!isFolder)
    return measured.file === undefined ? [words(l10n.t('no files'))] : describeFile(measured.file, tokenizer);
  const { taken, excluded, skippedFiles } = measured;
  // What is left out shows what it would come to.
  const sums = isChecked(node) ? [taken] : [taken, excluded];
  const files = sums.reduce((total, each) => total + each.files, 0);
  const count = sumTextCounts(sums.map((each) => each.count));
  const skipped = skippedFiles === 0 ? [] : [words(l10n.t('{0} skipped', formatInteger(skippedFiles)))];
  return [words(formatPlural(files, 'file')), tokensOf(count, tokenizer), ...skipped];
}

function describeFile({ count, skip, note }: MeasuredFile, tokenizer: TokenizerModel): Part[] {
  // The icon of the row says "skipped" to the eye.
  if (skip !== undefined) {
    const reason = translate(SKIP_REASONS[skip]);
    return [{ shown: reason, spoken: l10n.t('skipped: {0}', reason) }];
  }
  const tokens = count === undefined ? [] : [tokensOf(count, tokenizer)];
  return note === undefined ? tokens : [...tokens, words(translate(FILE_NOTES[note]))];
}

function words(text: string): Part {
  return { shown: text, spoken: text };
}

function tokensOf(counted: TextCount, tokenizer: TokenizerModel): Part {
  const count = countForModel(counted, tokenizer);
  return { shown: formatTokens(count), spoken: speakTokens(count) };
}

function speakAll(parts: readonly Part[]): string {
  return parts.map(({ spoken }) => spoken).join(', ');
}

function collapsible(isFolder: boolean, isPart: boolean): TreeItemCollapsibleState {
  if (!isFolder) return TreeItemCollapsibleState.None;
  return isPart ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded;
}

/** Lines are shown selected: from the start of the first one to the start of the one after the last. */
function openCommand({ item, path }: ScopeNode): NonNullable<TreeItem['command']> {
  const lines = 'lines' in item ? item.lines : undefined;
  const selection = lines && { selection: new Range(lines.startLine - 1, 0, lines.endLine, 0) };
  return {
    command: 'vscode.open',
    title: l10n.t('Open in Editor'),
    arguments: [Uri.file(path), { preview: true, ...selection }],
  };
}
