import { resolveStrings } from './checkStrings.ts';
import { parseLock, parseManifest } from './manifest.ts';
import type { ManifestSubject } from './subject.ts';

/** A small extension whose manifest and code agree; made anew for each caller, who may spoil it. */
export function createCleanSubject(): ManifestSubject {
  return {
    manifest: parseManifest(resolveStrings(MANIFEST, STRINGS)),
    written: structuredClone(MANIFEST),
    lock: parseLock(structuredClone(LOCK)),
    strings: structuredClone(STRINGS),
    tables: structuredClone(TABLES),
    sources: new Map(Object.entries(SOURCES)),
    files: new Set(['media/meter.svg', 'media/dark.svg', 'media/step.svg', 'media/icon.png']),
  };
}

const TABLES = {
  commands: {
    copyScope: 'tokenMeter.copyScope',
    clearScope: 'tokenMeter.clearScope',
    remove: 'tokenMeter.remove',
  },
  views: { scope: 'tokenMeter.scope', dashboard: 'tokenMeter.dashboard' },
  contextKeys: { scopeHasItems: 'tokenMeter.scopeHasItems' },
  settings: {
    model: { key: 'tokenMeter.model', default: 'large' },
    logFolders: { key: 'tokenMeter.logFolders', default: [] as string[] },
  },
  modelIds: ['large', 'small'],
};

const SOURCES = {
  'src/core/parse.ts': "import * as v from 'valibot';\nexport const text = v.string();",
  'src/extension.ts': `
    import { commands, window } from 'vscode';
    import { COMMANDS, CONTEXT_KEYS, VIEWS } from './host/commandIds.ts';
    commands.registerCommand(COMMANDS.copyScope, copy);
    const more = [[COMMANDS.clearScope, clear]];
    const rest = { remove } satisfies Record<keyof typeof COMMANDS, () => void>;
    commands.executeCommand('setContext', CONTEXT_KEYS.scopeHasItems, true);
    window.createTreeView(VIEWS.scope, tree);
    window.registerWebviewViewProvider(VIEWS.dashboard, page);
    const item = { contextValue: 'scopeItem' };`,
  'src/host/config.ts': 'export const read = () => [SETTINGS.model.key, SETTINGS.logFolders.key];',
};

const ENGLISH = {
  'copy.title': 'Copy Scoped Context',
  'clear.title': 'Clear Scope',
  'remove.title': 'Remove from Scope',
  'scope.name': 'Scope',
  'dashboard.name': 'Dashboard',
  'scope.empty': 'Empty. [Copy](command:tokenMeter.copyScope)',
  model: 'The model whose prices are shown.',
  logFolders: 'Where logs are, besides those of `#tokenMeter.model#`.',
  'start.title': 'Start',
  start: 'First steps',
  'copy.step': 'Copy',
  'copy.how': '[Copy](command:tokenMeter.copyScope) or [open](command:workbench.view.explorer)',
};
const STRINGS = { en: ENGLISH, de: { ...ENGLISH, 'clear.title': 'Umfang leeren' } };

const MANIFEST = {
  name: 'token-meter',
  main: './dist/extension.cjs',
  bin: { 'token-meter': './dist/cli.js' },
  icon: 'media/icon.png',
  engines: { vscode: '^1.101.0' },
  activationEvents: ['onStartupFinished'],
  capabilities: {
    untrustedWorkspaces: { supported: 'limited', restrictedConfigurations: ['tokenMeter.model'] },
  },
  contributes: {
    commands: [
      { command: 'tokenMeter.copyScope', title: '%copy.title%', category: 'Token Meter', icon: '$(copy)' },
      {
        command: 'tokenMeter.clearScope',
        title: '%clear.title%',
        category: 'Token Meter',
        icon: { light: 'media/meter.svg', dark: 'media/dark.svg' },
        enablement: 'tokenMeter.scopeHasItems && !editorReadonly',
      },
      { command: 'tokenMeter.remove', title: '%remove.title%' },
    ],
    menus: {
      commandPalette: [{ command: 'tokenMeter.remove', when: 'false' }],
      'view/title': [{ command: 'tokenMeter.copyScope', when: 'view == tokenMeter.scope' }],
      'view/item/context': [
        { command: 'tokenMeter.remove', when: "view == tokenMeter.scope && viewItem == 'scopeItem'" },
      ],
      'explorer/context': [{ submenu: 'tokenMeter.more', when: '!(resourceScheme =~ /^(git|http)$/)' }],
      'tokenMeter.more': [{ command: 'tokenMeter.clearScope' }],
    },
    submenus: [{ id: 'tokenMeter.more', label: 'Token Meter' }],
    keybindings: [
      { command: 'tokenMeter.copyScope', key: 'ctrl+alt+c', when: 'editorTextFocus || sideBarFocus' },
    ],
    viewsContainers: { activitybar: [{ id: 'tokenMeter', title: 'Token Meter', icon: 'media/meter.svg' }] },
    views: {
      tokenMeter: [
        { id: 'tokenMeter.scope', name: '%scope.name%' },
        {
          id: 'tokenMeter.dashboard',
          name: '%dashboard.name%',
          type: 'webview',
          when: 'config.tokenMeter.model != small',
        },
      ],
    },
    viewsWelcome: [{ view: 'tokenMeter.scope', contents: '%scope.empty%' }],
    configuration: {
      title: 'Token Meter',
      properties: {
        'tokenMeter.model': {
          type: 'string',
          enum: ['large', 'small'],
          enumItemLabels: ['Large', 'Small'],
          default: 'large',
          description: '%model%',
        },
        'tokenMeter.logFolders': {
          type: 'array',
          default: [] as string[],
          scope: 'machine',
          markdownDescription: '%logFolders%',
        },
      },
    },
    walkthroughs: [
      {
        id: 'start',
        title: '%start.title%',
        description: '%start%',
        steps: [
          {
            id: 'copy',
            title: '%copy.step%',
            description: '%copy.how%',
            media: { svg: 'media/step.svg' },
            completionEvents: ['onCommand:tokenMeter.copyScope', 'onView:tokenMeter.scope'],
          },
        ],
      },
    ],
  },
  scripts: { build: 'esbuild a.ts --outfile=dist/extension.cjs', cli: 'esbuild b.ts --outfile=dist/cli.js' },
  dependencies: { valibot: '1.5.0' },
  devDependencies: { '@types/vscode': '1.101.0' },
};

const LOCK = {
  packages: {
    '': {},
    'node_modules/valibot': { license: 'MIT' },
    'node_modules/tool': { license: 'GPL-3.0', dev: true },
  },
};
