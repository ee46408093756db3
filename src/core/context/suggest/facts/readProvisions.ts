import type { Language } from './languageOf.ts';

/**
 * What a text says about how others call what lies here, as `kind name` or `kind name target`: `module github.com/a/b` (go.mod), `package @a/b`
 * (package.json), `crate tokio` (Cargo.toml), `namespace A.B` (C#, PHP), `alias @/* src/*` (tsconfig.json).
 */
export function readProvisions(path: string, language: Language | undefined, text: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'go.mod') return capture(text, /^module[ \t]+(\S+)/m, 'module');
  if (name === 'package.json') return capture(text, /^(?: {2,4}|\t)"name":[ \t]*"([^"\n]+)"/m, 'package');
  if (name === 'Cargo.toml')
    return capture(text, /^\[package\][^[]*?^name[ \t]*=[ \t]*"([^"\n]+)"/m, 'crate');
  if (/^[jt]sconfig[^/]*\.json$/.test(name)) return readAliases(text);
  if (language === 'csharp') return captureAll(text, /^[ \t]*namespace[ \t]+([\w.]+)/gm, 'namespace');
  return [];
}

function capture(text: string, pattern: RegExp, kind: string): string[] {
  const name = pattern.exec(text)?.[1];
  return name === undefined ? [] : [`${kind} ${name}`];
}

function captureAll(text: string, pattern: RegExp, kind: string): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), (match) => `${kind} ${match[1]}`))];
}

/** `paths` of a tsconfig.json, which may have comments: found by their form, `"@/*": ["./src/*"]`. Targets are relative to `baseUrl`. */
function readAliases(text: string): string[] {
  const block = /"paths"\s*:\s*\{([^}]{0,8000})\}/.exec(text)?.[1] ?? '';
  const base = /"baseUrl"\s*:\s*"([^"\n]+)"/.exec(text)?.[1];
  const rows = block.matchAll(/"([^"\n ]+)"\s*:\s*\[\s*"([^"\n ]+)"/g);
  const prefix = base === undefined ? '' : `${base}/`;
  const aliases = Array.from(rows, ([, pattern, target]) => `alias ${pattern} ${prefix}${target}`);
  return [...aliases, ...(base === undefined ? [] : [`alias * ${base}/*`])];
}
