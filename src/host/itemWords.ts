import { posix } from 'node:path';
import { l10n, ThemeIcon, Uri } from 'vscode';
import type { DiffTarget, ScopeItem, TextSource } from '../core/context/scopeItem.ts';
import { formatName } from '../core/format.ts';
import { displayName } from './countTarget.ts';

const MAX_LINE_LENGTH = 60;

/** The name of an item in a list, without where it lies. */
export function nameItem(item: ScopeItem): string {
  switch (item.kind) {
    case 'file':
    case 'folder':
      return nameOf(item.path);
    case 'lines':
      return `${nameOf(item.path)}:${item.lines.startLine}-${item.lines.endLine}`;
    case 'symbol':
      return `${nameOf(item.path)}: ${formatName(item.symbol)}`;
    case 'glob':
      return formatName(item.pattern);
    case 'gitDiff':
      return l10n.t('Changes: {0}', nameTarget(item.target));
    case 'problems':
      return l10n.t('Problems: {0}', nameOf(item.path));
    case 'text':
      return nameSource(item.source);
    default:
      return item satisfies never;
  }
}

export function nameTarget(target: DiffTarget): string {
  if (target.to === 'branch') return l10n.t('against {0}', formatName(target.branch));
  return target.to === 'staged' ? l10n.t('staged') : l10n.t('working tree');
}

/** The icon of an item that the theme has no file icon for. */
export function iconOf(item: ScopeItem): ThemeIcon | undefined {
  const id = iconIdOf(item);
  return id === undefined ? undefined : new ThemeIcon(id);
}

function iconIdOf(item: ScopeItem): string | undefined {
  switch (item.kind) {
    case 'glob':
      return 'search';
    case 'symbol':
      return 'symbol-method';
    case 'gitDiff':
      return 'git-compare';
    case 'problems':
      return 'warning';
    case 'text':
      return { terminal: 'terminal', clipboard: 'clippy', note: 'note' }[item.source];
    default:
      return undefined;
  }
}

/** Where an item lies, relative to the workspace; of a text, how it starts. */
export function placeItem(item: ScopeItem): string {
  if (item.kind === 'text') return firstLine(item.text);
  const place = posix.dirname(displayName(Uri.file(item.path)));
  return place === '.' ? '' : formatName(place);
}

function nameSource(source: TextSource): string {
  switch (source) {
    case 'terminal':
      return l10n.t('Terminal');
    case 'clipboard':
      return l10n.t('Clipboard');
    case 'note':
      return l10n.t('Note');
    default:
      return source satisfies never;
  }
}

function nameOf(path: string): string {
  return formatName(posix.basename(displayName(Uri.file(path))));
}

function firstLine(text: string): string {
  const line = formatName(text.trimStart().split(/\r?\n/, 1)[0] ?? '');
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line;
}
