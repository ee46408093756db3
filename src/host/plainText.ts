import { formatName } from '../core/format.ts';

// Names of files may hold anything, and most places of VS Code give a meaning to some of it.

/** For a status bar text or a quick pick, where `$(name)` would become an icon. */
export function escapeIcons(text: string): string {
  return formatName(text).replaceAll('$(', '\\$(');
}

/** For a notification, where `[text](command:…)` would become a link. */
export function escapeLinks(text: string): string {
  return formatName(text).replaceAll('](', '] (');
}

/** For a cell of a Markdown table, where nothing may act as Markdown, an icon or a new cell. */
export function escapeCell(text: string): string {
  return formatName(text).replace(/[\\`*_{}[\]()#+\-!|<>~$&.:@/]/g, '\\$&');
}
