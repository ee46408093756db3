import type { Cut } from '../reduction.ts';

export const LOG_FORMATS = [
  'jest',
  'vitest',
  'mocha',
  'pytest',
  'go test',
  'cargo',
  'maven',
  'gradle',
  'tsc',
  'eslint',
  'biome',
  'webpack',
  'vite',
  'npm',
  'docker',
  'github',
  'nginx',
  'json lines',
  'log4j',
  'python logging',
  'syslog',
] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** Lines that say nothing about what went wrong. An error or a new place in such a line keeps it all the same. */
type Noise = { cut: Extract<Cut, 'passed' | 'progress' | 'debug'>; pattern: RegExp };

export type LogRules = {
  /** Lines that only this format has, tried on the raw line (without colours) and on what is printed of it. */
  detect: RegExp;
  noise: readonly Noise[];
  /** What sums up the run: kept whatever else is left out. */
  summary?: RegExp;
};

const DEBUG: Noise = {
  cut: 'debug',
  pattern: /^(?:[\w.-]{1,60} \| )?\[?(?:TRACE|DEBUG|FINE|FINER|FINEST|debug|trace)\b/,
};

/** Every pattern is bounded or anchored, and tried on lines of 2,000 characters at most. */
export const LOG_RULES = {
  jest: {
    detect: /^(?:PASS|FAIL) \S.*\.(?:test|spec)\.\w+|^Test Suites: |^ {2}● \S/,
    noise: [
      { cut: 'passed', pattern: /^PASS /u },
      { cut: 'progress', pattern: /^\s*(?:RUNS |Determining test suites|[\w.-]+\s+\|(?:\s+[\d.]+\s+\|)+)/ },
    ],
    summary: /^(?:Test Suites|Tests|Snapshots|Time):\s/,
  },
  vitest: {
    detect: /^\s*[✓❯×✗] .{0,120}\.(?:test|spec)\.\w+|^\s*(?:RUN|DEV) {1,2}v\d|^\s*Test Files {2}|⎯⎯/u,
    noise: [{ cut: 'progress', pattern: /^\s*(?:transform|setup|collect|environment|prepare) \d|^⎯+$/u }],
    summary: /^\s*(?:Test Files|Tests|Errors|Duration) {2}/,
  },
  mocha: {
    detect: /^\s{2}\d+ (?:passing|failing|pending)\b|^\s{2,}\d+\) \S/,
    noise: [],
    summary: /^\s{2}\d+ (?:passing|failing|pending)\b/,
  },
  pytest: {
    detect:
      /^=+ (?:test session starts|FAILURES|ERRORS|short test summary|.*\b(?:passed|failed)\b.*) =+$|^E {3}|\.py::\S+ (?:PASSED|FAILED|ERROR)|^\S+\.py [.FEsxX]+/,
    noise: [
      { cut: 'passed', pattern: /\bPASSED\b|^\S+\.py [.sxX]+\s*(?:\[ *\d+%\])?$|^[.sxX]+\s*\[ *\d+%\]$/ },
      { cut: 'progress', pattern: /^(?:platform |cachedir: |plugins: |rootdir: |collecting |collected )/ },
    ],
    summary: /^=+ .*\b(?:passed|failed|errors?)\b.* =+$/,
  },
  'go test': {
    detect: /^\s*(?:=== (?:RUN|PAUSE|CONT)|--- (?:PASS|FAIL|SKIP):)|^(?:ok|FAIL) {0,2}\t\S|^\? {3}\t/,
    noise: [{ cut: 'passed', pattern: /^\? {3}\t.*no test files|^PASS$|^coverage: |^\s*--- SKIP/ }],
  },
  cargo: {
    detect:
      /^\s+(?:Compiling|Finished|Running|Downloaded|Checking|Updating|Fresh) \S|^(?:error|warning)(?:\[E\d+\])?: |^test \S.* \.\.\. /,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^\s+(?:Compiling|Downloaded|Downloading|Checking|Updating|Fresh|Running|Adding|Locking|Blocking)\b/,
      },
    ],
    summary: /^test result: |^\s+Finished /,
  },
  maven: {
    detect: /^\[(?:INFO|ERROR|WARNING)\] /,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^(?:\[INFO\] )?(?:Download(?:ing|ed)|Progress)\b|^\[INFO\](?: -+.*-*)?$|^\[INFO\] (?:Scanning|Building|Copying|Using|skip|Nothing|Changes|Compiling|--- )/,
      },
      { cut: 'passed', pattern: /^\[INFO\] (?:Running |Tests run: \d+, Failures: 0, Errors: 0)/ },
    ],
    summary: /^\[\w+\] (?:BUILD |Tests run: .*\d$|Total time)/,
  },
  gradle: {
    detect: /^> Task :|^BUILD (?:SUCCESSFUL|FAILED)|^FAILURE: Build|^> Configure project/,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^> (?:Task :\S+(?: (?:UP-TO-DATE|NO-SOURCE|FROM-CACHE|SKIPPED))?|Configure project.*)$|^Download(?:ing)? http|^<[-=]+>/,
      },
      { cut: 'passed', pattern: /\S > \S.* PASSED$/ },
    ],
    summary: /^BUILD |^\d+ tests completed|^\d+ actionable tasks/,
  },
  tsc: {
    detect:
      /^\S+\(\d+,\d+\): (?:error|warning) TS\d+|:\d+:\d+ - (?:error|warning) TS\d+|^Found \d+ errors?\b/,
    noise: [
      {
        cut: 'progress',
        pattern: /Starting (?:incremental )?compilation|^Projects in this build|^\s+\* \S+tsconfig/,
      },
    ],
    summary: /^Found \d+ errors?\b/,
  },
  eslint: {
    detect: /^\s+\d+:\d+\s+(?:error|warning)\s|^✖ \d+ problems?/u,
    noise: [],
    summary: /^✖ \d+ problems?/u,
  },
  biome: {
    detect:
      /^\S+:\d+:\d+ (?:lint|assist|parse|suppressions)\S* .*━+|^\S+ (?:format|organizeImports|assist) ━+|^Checked \d+ files? in /u,
    noise: [],
    summary: /^(?:Checked|Found) \d+ /,
  },
  webpack: {
    detect: /^(?:ERROR|WARNING) in \S|^webpack \d\S* compiled|^asset \S+ [\d.]+ |^webpack compiled/,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^(?:asset|orphan|runtime|cacheable|modules by|built) |^\s+(?:modules by path|\.\/\S+ [\d.]+ \w+ \[|\| )|^<s> \[|^\d+% /,
      },
    ],
    summary: /^webpack .*compiled/,
  },
  vite: {
    detect: /^vite v\d|^✓ \d+ modules transformed|^(?:\.\.\/)*\w+\/\S+ +[\d.,]+ k?B\b|^transforming/,
    noise: [
      {
        cut: 'progress',
        pattern: /^(?:\.\.\/)*\w+\/\S+ +[\d.,]+ k?B\b|^transforming|^rendering chunks|^computing gzip/,
      },
    ],
    summary: /^✓ built in /,
  },
  npm: {
    detect: /^npm (?:ERR!|error|WARN|warn|notice|http|verb|info|timing|sill|silly)\b|^added \d+ packages/,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^npm (?:http|timing|verb|verbose|sill|silly|info|notice)\b|^\d+ packages are looking|^\s+run `npm fund`/,
      },
    ],
    summary: /^(?:added|up to date|changed|removed) .*packages?|\d+ vulnerabilit/,
  },
  docker: {
    detect:
      /^#\d+ (?:\[|\d+\.\d+ |DONE|CACHED|sha256:|extracting|transferring|exporting|naming)|^Step \d+\/\d+ :|^[0-9a-f]{12}: (?:Pull|Download|Extract|Verify|Wait|Already)/,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^#\d+ (?:sha256:|DONE|CACHED|extracting|transferring|resolve|exporting|writing|naming|\.\.\.)|^[0-9a-f]{12}: |^ ---> |^Removing intermediate|^(?:Using cache|Digest:|Status:)/,
      },
    ],
  },
  github: {
    detect:
      /##\[(?:group|endgroup|error|warning|section|command|debug)\]|^\ufeff?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /,
    noise: [
      {
        cut: 'progress',
        pattern:
          /^##\[(?:endgroup|command|debug|add-matcher)|^\[command\]|^(?:remote: |Receiving|Resolving deltas| \* \[new)/,
      },
      {
        cut: 'progress',
        pattern:
          /^(?:shell: |env:$| {2}[A-Z][A-Z0-9_]{2,60}: |Cache (?:hit|restored|Size)|Received \d+ of \d+)/,
      },
    ],
  },
  nginx: {
    detect:
      /^\S{3,80} \S+ \S+ \[[^\]]{20,30}\] "[A-Z]+ \S+|^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(?:error|warn|notice|info|crit|alert|emerg)\] \d+#/,
    noise: [],
  },
  'json lines': { detect: /^\{.{0,1500}"(?:level|severity|lvl|levelname)" ?:/, noise: [DEBUG] },
  log4j: {
    detect:
      /^(?:\[[^\]]{1,80}\] +)?(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +(?:\[[^\]]{1,80}\]|\d+ ---|[\w.$]{3,120}(?::\d+)? +[-:]|\([^)]{1,80}\))/,
    noise: [DEBUG, { cut: 'debug', pattern: /^\[[^\]]{1,80}\] +(?:TRACE|DEBUG) / }],
  },
  'python logging': {
    detect:
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} |^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]+:|^Traceback \(most recent call last\):/,
    noise: [{ cut: 'debug', pattern: /^(?:\S{1,100} - DEBUG - |DEBUG[: ]|\[?DEBUG\b|\S{1,100} DEBUG )/ }],
  },
  syslog: {
    detect:
      /^(?:<\d{1,3}>)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) \S{1,80} [\w./@-]{1,60}(?:\[\d+\])?: /,
    noise: [],
  },
} satisfies Record<LogFormat, LogRules>;
