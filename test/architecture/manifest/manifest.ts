import * as v from 'valibot';

const WHEN = v.optional(v.string());
const ICON = v.optional(v.union([v.string(), v.looseObject({ light: v.string(), dark: v.string() })]));

const COMMAND = v.looseObject({
  command: v.string(),
  title: v.string(),
  category: v.optional(v.string()),
  icon: ICON,
  enablement: WHEN,
});
const MENU_ITEM = v.looseObject({
  command: v.optional(v.string()),
  alt: v.optional(v.string()),
  submenu: v.optional(v.string()),
  when: WHEN,
});
const VIEW = v.looseObject({
  id: v.string(),
  name: v.string(),
  type: v.optional(v.string()),
  icon: v.optional(v.string()),
  when: WHEN,
});
const SETTING = v.looseObject({
  type: v.optional(v.union([v.string(), v.array(v.string())])),
  default: v.optional(v.unknown()),
  scope: v.optional(v.string()),
  enum: v.optional(v.array(v.string())),
  enumItemLabels: v.optional(v.array(v.string())),
  enumDescriptions: v.optional(v.array(v.string())),
  markdownEnumDescriptions: v.optional(v.array(v.string())),
  description: v.optional(v.string()),
  markdownDescription: v.optional(v.string()),
});
const CONFIGURATION = v.looseObject({ properties: v.record(v.string(), SETTING) });
const STEP = v.looseObject({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  media: v.looseObject({
    image: v.optional(v.union([v.string(), v.record(v.string(), v.string())])),
    svg: v.optional(v.string()),
    markdown: v.optional(v.string()),
  }),
  completionEvents: v.optional(v.array(v.string()), []),
  when: WHEN,
});

const CONTRIBUTES = v.looseObject({
  commands: v.optional(v.array(COMMAND), []),
  menus: v.optional(v.record(v.string(), v.array(MENU_ITEM)), {}),
  submenus: v.optional(v.array(v.looseObject({ id: v.string(), label: v.string(), icon: ICON })), []),
  keybindings: v.optional(v.array(v.looseObject({ command: v.string(), key: v.string(), when: WHEN })), []),
  viewsContainers: v.optional(
    v.record(v.string(), v.array(v.looseObject({ id: v.string(), title: v.string(), icon: v.string() }))),
    {},
  ),
  views: v.optional(v.record(v.string(), v.array(VIEW)), {}),
  viewsWelcome: v.optional(
    v.array(v.looseObject({ view: v.string(), contents: v.string(), when: WHEN })),
    [],
  ),
  configuration: v.optional(v.union([CONFIGURATION, v.array(CONFIGURATION)]), { properties: {} }),
  walkthroughs: v.optional(
    v.array(
      v.looseObject({ id: v.string(), title: v.string(), description: v.string(), steps: v.array(STEP) }),
    ),
    [],
  ),
});

const VERSIONS = v.optional(v.record(v.string(), v.string()), {});

const MANIFEST = v.looseObject({
  name: v.string(),
  main: v.string(),
  bin: v.optional(v.record(v.string(), v.string()), {}),
  icon: v.optional(v.string()),
  engines: v.looseObject({ vscode: v.string() }),
  activationEvents: v.array(v.string()),
  capabilities: v.looseObject({
    untrustedWorkspaces: v.looseObject({
      supported: v.union([v.boolean(), v.string()]),
      restrictedConfigurations: v.optional(v.array(v.string()), []),
    }),
  }),
  contributes: CONTRIBUTES,
  scripts: v.record(v.string(), v.string()),
  dependencies: VERSIONS,
  devDependencies: VERSIONS,
});
export type Manifest = v.InferOutput<typeof MANIFEST>;
export type Setting = v.InferOutput<typeof SETTING>;

const LOCK = v.looseObject({
  packages: v.record(
    v.string(),
    v.looseObject({
      dev: v.optional(v.boolean()),
      license: v.optional(v.string()),
      resolved: v.optional(v.string()),
    }),
  ),
});
export type Lock = v.InferOutput<typeof LOCK>;

/** What this project uses of package.json; throws, naming the place, where its shape is not VS Code's. */
export function parseManifest(json: unknown): Manifest {
  return parse(MANIFEST, json);
}

/** What this project uses of package-lock.json. */
export function parseLock(json: unknown): Lock {
  return parse(LOCK, json);
}

/** Every contributed setting by its full key. */
export function listSettings({ contributes }: Manifest): [key: string, setting: Setting][] {
  return [contributes.configuration].flat().flatMap(({ properties }) => Object.entries(properties));
}

function parse<T>(schema: v.GenericSchema<unknown, T>, json: unknown): T {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  throw new Error(result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join('\n'));
}
