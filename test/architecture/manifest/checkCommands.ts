import { compareIds, findRepeated, type ManifestCheck } from './subject.ts';
import { listLooseIds, listTableUses } from './tableUses.ts';

const MENUS: ReadonlySet<string> = new Set([
  'commandPalette',
  'editor/context',
  'editor/title',
  'editor/title/context',
  'explorer/context',
  'notebook/toolbar',
  'scm/resourceState/context',
  'scm/title',
  'terminal/context',
  'view/item/context',
  'view/title',
  'webview/context',
]);

/** Commands are contributed and registered, and can be told apart in the palette. */
export const checkCommands: ManifestCheck = ({ manifest, tables, sources }) => {
  const { commands, menus } = manifest.contributes;
  const hidden = new Set(
    (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const registered = new Set(
    listTableUses(sources)
      .filter(({ table, isDefining }) => table === 'COMMANDS' && isDefining)
      .map(({ name }) => name),
  );
  const ids = commands.map(({ command }) => command);
  return [
    ...compareIds('command', ids, Object.values(tables.commands)),
    ...findRepeated(Object.values(tables.commands)).map((id) => `command ${id}: twice in the code`),
    ...Object.entries(tables.commands)
      .filter(([name]) => !registered.has(name))
      .map(([, id]) => `command ${id}: never registered`),
    ...listLooseIds(sources).map((id) => `${id}: written out where a table should be asked`),
    ...ids.filter((id) => !id.startsWith('tokenMeter.')).map((id) => `command ${id}: wrong prefix`),
    ...commands
      .filter(({ title }) => title.trim() === '')
      .map(({ command }) => `command ${command}: no title`),
    ...commands
      .filter(({ command, category }) => category !== 'Token Meter' && !hidden.has(command))
      .map(({ command }) => `command ${command}: category is not Token Meter`),
    ...findRepeated(commands.map(({ title }) => title)).map((title) => `command title ${title}: twice`),
  ];
};

/** Menus and keys lead to commands that exist; a key works only where it makes sense. */
export const checkMenusAndKeys: ManifestCheck = ({ manifest: { contributes } }) => {
  const known = new Set(contributes.commands.map(({ command }) => command));
  const submenus = contributes.submenus.map(({ id }) => id);
  const entries = Object.entries(contributes.menus).flatMap(([menu, items]) =>
    items.map((item) => ({ menu, ...item })),
  );
  const named = entries.flatMap(({ menu, command, alt }) =>
    [command, alt].filter((id) => id !== undefined).map((id) => ({ menu, id })),
  );
  const shown = entries.map(({ submenu }) => submenu).filter((id) => id !== undefined);
  return [
    ...named.filter(({ id }) => !known.has(id)).map(({ menu, id }) => `menu ${menu}: unknown command ${id}`),
    ...Object.keys(contributes.menus)
      .filter((menu) => !MENUS.has(menu) && !submenus.includes(menu))
      .map((menu) => `menu ${menu}: VS Code has none of that name`),
    ...shown.filter((id) => !submenus.includes(id)).map((id) => `submenu ${id}: not contributed`),
    ...submenus.filter((id) => !shown.includes(id)).map((id) => `submenu ${id}: in no menu`),
    ...contributes.keybindings.flatMap(({ command, key, when }) => [
      ...(known.has(command) ? [] : [`key ${key}: unknown command ${command}`]),
      ...(when === undefined || when.trim() === '' ? [`key ${key}: has no when clause`] : []),
    ]),
  ];
};
