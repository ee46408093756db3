/** Why a file need not be read: closed, in the order in which they are tried. */
export const FILE_CLASSES = ['lock', 'vendored', 'minified', 'generated'] as const;
export type FileClassName = (typeof FILE_CLASSES)[number];

/** Lock files by name, in lower case, with the tool that writes them. */
export const LOCK_FILES: ReadonlyMap<string, string> = new Map([
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['yarn.lock', 'Yarn'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['bun.lock', 'Bun'],
  ['bun.lockb', 'Bun'],
  ['deno.lock', 'Deno'],
  ['cargo.lock', 'Cargo'],
  ['poetry.lock', 'Poetry'],
  ['pipfile.lock', 'Pipenv'],
  ['uv.lock', 'uv'],
  ['pdm.lock', 'PDM'],
  ['pixi.lock', 'Pixi'],
  ['conda-lock.yml', 'conda-lock'],
  ['go.sum', 'Go'],
  ['go.work.sum', 'Go'],
  ['composer.lock', 'Composer'],
  ['gemfile.lock', 'Bundler'],
  ['podfile.lock', 'CocoaPods'],
  ['cartfile.resolved', 'Carthage'],
  ['package.resolved', 'Swift Package Manager'],
  ['pubspec.lock', 'Dart'],
  ['mix.lock', 'Mix'],
  ['rebar.lock', 'Rebar'],
  ['packages.lock.json', 'NuGet'],
  ['paket.lock', 'Paket'],
  ['gradle.lockfile', 'Gradle'],
  ['flake.lock', 'Nix'],
  ['.terraform.lock.hcl', 'Terraform'],
  ['chart.lock', 'Helm'],
  ['module.bazel.lock', 'Bazel'],
  ['cabal.project.freeze', 'Cabal'],
  ['stack.yaml.lock', 'Stack'],
  ['conan.lock', 'Conan'],
]);

/** Folders of other people's code, as a part of the path. */
export const VENDORED_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'third_party',
  'third-party',
  'site-packages',
  'dist-packages',
  'pods',
  'carthage',
  '.yarn',
  '.venv',
]);

export const MINIFIED_NAME = /[.-]min\.(?:[cm]?js|css|html|svg)$|\.(?:bundle|chunk)\.js$/i;

/** Generated files by name, with what they are. */
export const GENERATED_NAMES: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\.(?:[cm]?js|css|d\.[cm]?ts)\.map$/i, 'source map'],
  [/\.snap$|(?:^|\/)__snapshots__\//i, 'test snapshot'],
  [
    /(?:_pb2(?:_grpc)?\.pyi?|\.pb\.(?:go|cc|h|dart)|_pb\.(?:js|d\.ts|ts)|\.pb\.gw\.go|\.pbenum\.dart)$/i,
    'protobuf output',
  ],
  [
    /\.(?:g|freezed|gr|mocks)\.dart$|\.g\.cs$|\.designer\.cs$|\.generated\.\w+$|\.gen\.(?:go|ts|rs)$/i,
    'generated code',
  ],
  [/(?:^|\/)__generated__\/|(?:^|\/)generated\//i, 'folder of generated code'],
  [/\.tsbuildinfo$/i, 'build state of TypeScript'],
];

/** Marks that generators leave in the first lines, with what to call them. */
export const GENERATED_MARKS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/@generated\b/, 'marked @generated'],
  [/\bDO NOT (?:EDIT|MODIFY)\b/i, 'marked "do not edit"'],
  [
    /\b(?:auto-?generated|automatically generated|code generated) (?:by|from|file|code)\b/i,
    'marked as generated',
  ],
  [/^\/\/ ?Jest Snapshot v\d/m, 'test snapshot'],
];
