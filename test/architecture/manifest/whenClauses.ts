import { findRepeated, type ManifestCheck } from './subject.ts';
import { listTableUses, listTexts } from './tableUses.ts';

/** Context keys of VS Code that this extension may ask for; a new one is added after a look at VS Code's own list. */
const BUILT_IN_KEYS: ReadonlySet<string> = new Set(
  `activeEditor editorFocus editorHasSelection editorIsOpen editorLangId editorReadonly editorTextFocus
  explorerResourceIsFolder explorerResourceIsRoot explorerViewletFocus false filesExplorerFocus focusedView inputFocus
  isFileSystemResource isInDiffEditor isWorkspaceTrusted listDoubleSelection listFocus listMultiSelection
  notebookEditorFocused resourceExtname resourceFilename resourceLangId resourceScheme resourceSet scmProvider sideBarFocus
  terminalTextSelected
  sideBarVisible terminalFocus textCompareEditorActive textInputFocus true view viewItem webviewId workbenchState
  workspaceFolderCount`.split(/\s+/),
);

/** Every `when` and `enablement` asks for something that exists. */
export const checkWhenClauses: ManifestCheck = (subject) => {
  const { contextKeys, settings } = subject.tables;
  const keys = new Set([...BUILT_IN_KEYS, ...Object.values(contextKeys)]);
  const settingKeys = new Set(Object.values(settings).map(({ key }) => `config.${key}`));
  const texts = listTexts(subject.sources);
  const views = new Set(Object.values(subject.tables.views));
  return listClauses(subject).flatMap(({ place, clause }) =>
    splitClause(clause).flatMap(({ key, value }): string[] => {
      if (!keys.has(key) && !settingKeys.has(key)) return [`${place}: unknown context key ${key}`];
      if (/^(view|focusedView)$/.test(key) && !views.has(value ?? ''))
        return [`${place}: unknown view ${value}`];
      const isUnknownItem = key === 'viewItem' && value !== undefined && !texts.has(value);
      return isUnknownItem ? [`${place}: no tree item has the context value ${value}`] : [];
    }),
  );
};

/** Every context key of the code is set there and asked for here. */
export const checkContextKeys: ManifestCheck = (subject) => {
  const uses = listTableUses(subject.sources).filter(({ table }) => table === 'CONTEXT_KEYS');
  const asked = new Set(
    listClauses(subject).flatMap(({ clause }) => splitClause(clause).map(({ key }) => key)),
  );
  const entries = Object.entries(subject.tables.contextKeys);
  return [
    ...entries
      .filter(([name]) => !uses.some((use) => use.name === name))
      .map(([, key]) => `context key ${key}: never set`),
    ...entries
      .filter(([, key]) => !asked.has(key))
      .map(([, key]) => `context key ${key}: no when clause asks for it`),
    ...entries
      .filter(([, key]) => !key.startsWith('tokenMeter.'))
      .map(([, key]) => `context key ${key}: wrong prefix`),
    ...findRepeated(entries.map(([, key]) => key)).map((key) => `context key ${key}: twice in the code`),
  ];
};

type Clause = { place: string; clause: string };

function listClauses({ manifest: { contributes } }: Parameters<ManifestCheck>[0]): Clause[] {
  const menus = Object.entries(contributes.menus).flatMap(([menu, items]) =>
    items.map(({ command, submenu, when }) => ({
      place: `menu ${menu} ${command ?? submenu}`,
      clause: when,
    })),
  );
  const views = Object.values(contributes.views).flat();
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const all = [
    ...menus,
    ...contributes.commands.map(({ command, enablement }) => ({
      place: `command ${command}`,
      clause: enablement,
    })),
    ...contributes.keybindings.map(({ key, when }) => ({ place: `key ${key}`, clause: when })),
    ...views.map(({ id, when }) => ({ place: `view ${id}`, clause: when })),
    ...contributes.viewsWelcome.map(({ view, when }) => ({ place: `welcome of ${view}`, clause: when })),
    ...steps.map(({ id, when }) => ({ place: `step ${id}`, clause: when })),
  ];
  return all.flatMap(({ place, clause }) => (clause === undefined ? [] : [{ place, clause }]));
}

/** The terms of a clause: `a == b` is key `a` with value `b`; values of other operators are left out. */
function splitClause(clause: string): { key: string; value: string | undefined }[] {
  return clause
    .split(/&&|\|\|/)
    .map((term) => term.replace(/^[\s!(]+|[\s)]+$/g, ''))
    .map((term) => {
      const [key = '', operator, value] = term.split(/\s*(==|!=|=~|<=|>=|<|>|\bnot in\b|\bin\b)\s*/);
      const isEquality = operator === '==' || operator === '!=';
      return { key: key.trim(), value: isEquality ? value?.replace(/^'|'$/g, '') : undefined };
    });
}
