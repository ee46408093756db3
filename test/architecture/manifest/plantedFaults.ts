import type { Manifest, Setting } from './manifest.ts';
import type { ManifestSubject } from './subject.ts';

/** A way to spoil the clean subject, and everything that must be said about it. */
export type PlantedFault = { lines: readonly string[]; spoil: (subject: ManifestSubject) => ManifestSubject };

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  // Commands
  inContributes(['command tokenMeter.extra: contributed, not in the code'], ({ commands }) =>
    commands.push({ command: 'tokenMeter.extra', title: 'Extra', category: 'Token Meter' }),
  ),
  inTables(
    ['command tokenMeter.extra: in the code, not contributed', 'command tokenMeter.extra: never registered'],
    { commands: { extra: 'tokenMeter.extra' } },
  ),
  inSources(['command tokenMeter.copyScope: never registered'], (source) =>
    source.replace(
      'commands.registerCommand(COMMANDS.copyScope, copy)',
      'commands.executeCommand(COMMANDS.copyScope)',
    ),
  ),
  inSources(['command tokenMeter.clearScope: never registered'], (source) =>
    source.replace('[COMMANDS.clearScope, clear]', 'COMMANDS.clearScope'),
  ),
  inSources(['command tokenMeter.remove: never registered'], (source) =>
    source.replace('keyof typeof COMMANDS', 'string'),
  ),
  inSources(
    ['tokenMeter.hidden: written out where a table should be asked'],
    (source) => `${source}\ncommands.registerCommand('tokenMeter.hidden', copy);`,
  ),
  inTables(
    ['command tokenMeter.copyScope: twice in the code', 'command tokenMeter.copyScope: never registered'],
    { commands: { copyTwice: 'tokenMeter.copyScope' } },
  ),
  inContributes(
    ['command token.extra: contributed, not in the code', 'command token.extra: wrong prefix'],
    ({ commands }) => commands.push({ command: 'token.extra', title: 'Extra', category: 'Token Meter' }),
  ),
  inContributes(['command tokenMeter.copyScope: category is not Token Meter'], ({ commands }) =>
    Object.assign(commands[0] ?? {}, { category: 'Tokens' }),
  ),
  inContributes(['command tokenMeter.remove: category is not Token Meter'], ({ menus }) =>
    Object.assign(menus, { commandPalette: [] }),
  ),
  inContributes(['command tokenMeter.remove: no title'], ({ commands }) =>
    Object.assign(commands[2] ?? {}, { title: ' ' }),
  ),
  inContributes(['command title Clear Scope: twice'], ({ commands }) =>
    Object.assign(commands[2] ?? {}, { title: 'Clear Scope' }),
  ),

  // Menus and keys
  inContributes(['menu view/title: unknown command tokenMeter.gone'], ({ menus }) =>
    menus['view/title']?.push({ command: 'tokenMeter.gone' }),
  ),
  inContributes(['menu explorer/contxt: VS Code has none of that name'], ({ menus }) =>
    Object.assign(menus, { 'explorer/contxt': [{ command: 'tokenMeter.copyScope' }] }),
  ),
  inContributes(['submenu tokenMeter.gone: not contributed'], ({ menus }) =>
    menus['view/title']?.push({ submenu: 'tokenMeter.gone' }),
  ),
  inContributes(['submenu tokenMeter.idle: in no menu'], ({ submenus }) =>
    submenus.push({ id: 'tokenMeter.idle', label: 'Idle' }),
  ),
  inContributes(['key ctrl+alt+x: unknown command tokenMeter.gone'], ({ keybindings }) =>
    keybindings.push({ command: 'tokenMeter.gone', key: 'ctrl+alt+x', when: 'editorFocus' }),
  ),
  inContributes(['key ctrl+alt+x: has no when clause'], ({ keybindings }) =>
    keybindings.push({ command: 'tokenMeter.copyScope', key: 'ctrl+alt+x' }),
  ),

  // When clauses and context keys
  inContributes(['key ctrl+alt+x: unknown context key editorTextFocussed'], ({ keybindings }) =>
    keybindings.push({ command: 'tokenMeter.copyScope', key: 'ctrl+alt+x', when: '!(editorTextFocussed)' }),
  ),
  inContributes(
    ['menu view/title tokenMeter.copyScope: unknown context key tokenMeter.scopeHasItem'],
    ({ menus }) =>
      menus['view/title']?.push({ command: 'tokenMeter.copyScope', when: 'tokenMeter.scopeHasItem' }),
  ),
  inContributes(['menu view/title tokenMeter.copyScope: unknown view tokenMeter.scopes'], ({ menus }) =>
    menus['view/title']?.push({ command: 'tokenMeter.copyScope', when: 'view == tokenMeter.scopes' }),
  ),
  inContributes(
    ['menu view/title tokenMeter.copyScope: no tree item has the context value scopeitem'],
    ({ menus }) =>
      menus['view/title']?.push({ command: 'tokenMeter.copyScope', when: 'viewItem == scopeitem' }),
  ),
  inContributes(['view tokenMeter.dashboard: unknown context key config.tokenMeter.modell'], ({ views }) =>
    Object.assign(views['tokenMeter']?.[1] ?? {}, { when: 'config.tokenMeter.modell' }),
  ),
  inSources(['context key tokenMeter.scopeHasItems: never set'], (source) =>
    source.replace('CONTEXT_KEYS.scopeHasItems', 'KEYS.scopeHasItems'),
  ),
  inTables(
    ['context key tokenMeter.idle: never set', 'context key tokenMeter.idle: no when clause asks for it'],
    { contextKeys: { idle: 'tokenMeter.idle' } },
  ),

  // Views and guides
  inTables(
    ['view tokenMeter.extra: in the code, not contributed', 'view tokenMeter.extra: nothing fills it'],
    { views: { extra: 'tokenMeter.extra' } },
  ),
  inContributes(['view tokenMeter.extra: contributed, not in the code'], ({ views }) =>
    views['tokenMeter']?.push({ id: 'tokenMeter.extra', name: 'Extra' }),
  ),
  inSources(['view tokenMeter.dashboard: nothing fills it'], (source) =>
    source.replace('registerWebviewViewProvider(VIEWS', 'forget(VIEWS'),
  ),
  inContributes(
    ['views container token-meter: not contributed', 'views container tokenMeter: empty'],
    (contributes) =>
      Object.assign(contributes, { views: { 'token-meter': contributes.views['tokenMeter'] } }),
  ),
  inContributes(['welcome of tokenMeter.gone: unknown view'], ({ viewsWelcome }) =>
    viewsWelcome.push({ view: 'tokenMeter.gone', contents: 'Nothing here.' }),
  ),
  inContributes(['welcome of tokenMeter.scope: unknown command tokenMeter.gone'], ({ viewsWelcome }) =>
    viewsWelcome.push({ view: 'tokenMeter.scope', contents: '[Go](command:tokenMeter.gone?%5B%5D)' }),
  ),
  inContributes(['step copy: unknown event onCommand:tokenMeter.gone'], ({ walkthroughs }) =>
    walkthroughs[0]?.steps[0]?.completionEvents.push('onCommand:tokenMeter.gone'),
  ),

  // Settings and models
  inTables(['setting tokenMeter.idle: in the code, not contributed', 'setting tokenMeter.idle: never read'], {
    settings: { idle: { key: 'tokenMeter.idle', default: 1 } },
  }),
  inSettings(['setting tokenMeter.extra: contributed, not in the code'], {
    'tokenMeter.extra': { type: 'number', default: 1, scope: 'application', description: 'Extra.' },
  }),
  inSettings(['setting tokenMeter.model: default differs from the code'], {
    'tokenMeter.model': { default: 'small' },
  }),
  inSettings(
    [
      'setting tokenMeter.model: default is not of its type',
      'setting tokenMeter.model: default differs from the code',
    ],
    {
      'tokenMeter.model': { default: 'huge' },
    },
  ),
  inSettings(['setting tokenMeter.logFolders: neither restricted nor of the machine'], {
    'tokenMeter.logFolders': { scope: 'resource' },
  }),
  inSettings(['setting tokenMeter.logFolders: no description'], {
    'tokenMeter.logFolders': { markdownDescription: '' },
  }),
  inSettings(['setting tokenMeter.logFolders: describes itself by the unknown setting tokenMeter.gone'], {
    'tokenMeter.logFolders': { markdownDescription: 'See `#tokenMeter.gone#`.' },
  }),
  inSettings(
    ['setting tokenMeter.model: labels do not match the enum', 'model medium: contributed, not in the code'],
    {
      'tokenMeter.model': { enum: ['large', 'small', 'medium'] },
    },
  ),
  inSettings(['models: not in the order of the catalogue'], {
    'tokenMeter.model': { enum: ['small', 'large'] },
  }),
  inManifest(['restricted setting tokenMeter.gone: not contributed'], ({ capabilities }) =>
    capabilities.untrustedWorkspaces.restrictedConfigurations.push('tokenMeter.gone'),
  ),

  // Files and texts
  inManifest(['file media/gone.png: missing'], (manifest) =>
    Object.assign(manifest, { icon: 'media/gone.png' }),
  ),
  inContributes(['file media/Dark.svg: missing'], ({ commands }) =>
    Object.assign(commands[1] ?? {}, { icon: { light: 'media/meter.svg', dark: 'media/Dark.svg' } }),
  ),
  inContributes(['file media/gone.md: missing'], ({ walkthroughs }) =>
    Object.assign(walkthroughs[0]?.steps[0] ?? {}, { media: { markdown: 'media/gone.md' } }),
  ),
  inManifest(['file ./dist/main.cjs: no script builds it'], (manifest) =>
    Object.assign(manifest, { main: './dist/main.cjs' }),
  ),
  inStrings(['text %copy.titel%: unused', 'de: text %copy.titel%: missing'], ({ en }) =>
    Object.assign(en, { 'copy.titel': 'Copy' }),
  ),
  inStrings(
    ['text %copy.title%: missing', 'de: text %copy.title%: unused'],
    ({ en }) => delete en['copy.title'],
  ),
  inStrings(['de: text %copy.title%: missing'], ({ de }) => delete de['copy.title']),
  inStrings(['de: text %copied%: unused'], ({ de }) => Object.assign(de, { copied: 'Kopiert' })),
  inWritten(['text "Shown": not in package.nls.json'], { displayName: 'Shown' }),
  inWritten(['text "Shown": not in package.nls.json'], {
    capabilities: { virtualWorkspaces: { description: 'Shown' } },
  }),

  // Packages and scripts
  inManifest(['package valibot: ^1.5.0 is not exact'], ({ dependencies }) =>
    Object.assign(dependencies, { valibot: '^1.5.0' }),
  ),
  inManifest(['package tool: latest is not exact'], ({ devDependencies }) =>
    Object.assign(devDependencies, { tool: 'latest' }),
  ),
  inManifest(['package idle: no code that ships imports it'], ({ dependencies }) =>
    Object.assign(dependencies, { idle: '1.0.0' }),
  ),
  inSources(
    ['package left-pad: imported, not declared'],
    (source) => `${source}\nawait import('left-pad/x.js');`,
  ),
  inManifest(['engines.vscode ^1.102.0 is not the floor ^1.101.0'], ({ engines }) =>
    Object.assign(engines, { vscode: '^1.102.0' }),
  ),
  inLock(['node_modules/a: licence GPL-3.0'], { license: 'GPL-3.0' }),
  inLock(['node_modules/a: licence undefined'], {}),
  inLock(['node_modules/a: the lock file names a registry'], {
    dev: true,
    resolved: 'https://example.org/a.tgz',
  }),
  inManifest(['script long: longer than a line'], ({ scripts }) =>
    Object.assign(scripts, { long: 'x'.repeat(201) }),
  ),
  inManifest(['activation event *: not wanted'], ({ activationEvents }) => activationEvents.push('*')),
];

type Lines = readonly string[];

function inManifest(lines: Lines, edit: (manifest: Manifest) => unknown): PlantedFault {
  return {
    lines,
    spoil: (subject) => {
      edit(subject.manifest);
      return subject;
    },
  };
}

function inStrings(
  lines: Lines,
  edit: (strings: Record<'en' | 'de', Record<string, string>>) => unknown,
): PlantedFault {
  return {
    lines,
    spoil: (subject) => {
      const strings = { en: { ...subject.strings.en }, de: { ...subject.strings['de'] } };
      edit(strings);
      return { ...subject, strings };
    },
  };
}

function inWritten(lines: Lines, added: object): PlantedFault {
  return {
    lines,
    spoil: (subject) => ({ ...subject, written: { ...(subject.written as object), ...added } }),
  };
}

function inContributes(lines: Lines, edit: (contributes: Manifest['contributes']) => unknown): PlantedFault {
  return inManifest(lines, ({ contributes }) => edit(contributes));
}

function inSettings(lines: Lines, changes: Readonly<Record<string, Partial<Setting>>>): PlantedFault {
  return inContributes(lines, ({ configuration }) => {
    const { properties } = [configuration].flat()[0] ?? { properties: {} };
    for (const [key, change] of Object.entries(changes)) properties[key] = { ...properties[key], ...change };
  });
}

function inTables(lines: Lines, added: Partial<ManifestSubject['tables']>): PlantedFault {
  return {
    lines,
    spoil: (subject) => {
      const { commands, views, contextKeys, settings, modelIds } = subject.tables;
      const tables = {
        commands: { ...commands, ...added.commands },
        views: { ...views, ...added.views },
        contextKeys: { ...contextKeys, ...added.contextKeys },
        settings: { ...settings, ...added.settings },
        modelIds,
      };
      return { ...subject, tables };
    },
  };
}

function inSources(lines: Lines, edit: (source: string) => string): PlantedFault {
  return {
    lines,
    spoil: ({ sources, ...subject }) => {
      const path = 'src/extension.ts';
      return { ...subject, sources: new Map([...sources, [path, edit(sources.get(path) ?? '')]]) };
    },
  };
}

function inLock(lines: Lines, entry: ManifestSubject['lock']['packages'][string]): PlantedFault {
  return {
    lines,
    spoil: (subject) => {
      subject.lock.packages['node_modules/a'] = entry;
      return subject;
    },
  };
}
