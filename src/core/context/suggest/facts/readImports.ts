import type { Language } from './languageOf.ts';

const MAX_IMPORTS = 200;

/** What a text imports, as written and without repeats. Rust's groups come unfolded: `a::{b, c}` as `a::b` and `a::c`. */
export function readImports(language: Language, text: string): string[] {
  const read = READERS[language];
  if (read === undefined) return [];
  const found = new Set<string>();
  for (const name of read(text)) {
    if (name !== '') found.add(name);
    if (found.size === MAX_IMPORTS) break;
  }
  return [...found];
}

type Reader = (text: string) => Iterable<string>;

const READERS: Partial<Record<Language, Reader>> = {
  script: captures(
    /(?:\bfrom[ \t]*|\bimport[ \t]*\(?[ \t]*|\brequire[ \t]*\([ \t]*|\bmock[ \t]*\([ \t]*)['"]([^'"\n]{1,200})['"]/g,
  ),
  python: readPython,
  go: readGo,
  jvm: captures(/^[ \t]*import[ \t]+(?:static[ \t]+)?(\w{1,80}(?:\.\w{1,80}){0,20}(?:\.\*)?)/gm),
  rust: readRust,
  csharp: captures(
    /^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+)?(?:\w{1,60}[ \t]*=[ \t]*)?([\w.]{2,200})[ \t]*;/gm,
  ),
  c: captures(/^[ \t]*#[ \t]*(?:include|import)[ \t]*["<]([^">\n]{1,200})[">]/gm),
  ruby: captures(/^[ \t]*require(?:_relative)?[ \t(]+['"]([^'"\n]{1,200})['"]/gm),
  php: captures(/^[ \t]*use[ \t]+(?:function[ \t]+)?\\?([\w\\]{2,200})/gm),
  swift: captures(/^[ \t]*(?:import|export|part)[ \t]+['"]([^'"\n]{1,200})['"]/gm),
  style: captures(/@(?:import|use|forward)[ \t]+(?:url\()?['"]([^'"\n]{1,200})['"]/g),
  markdown: captures(/\]\((?!\w{1,10}:)(\.{0,2}[^()\s#]{2,200})/g),
  markup: captures(/[ \t](?:src|href|Include|Project)="([^"\n:]{2,200})"/g),
};

function captures(pattern: RegExp): Reader {
  return (text) => Array.from(text.matchAll(pattern), (match) => match[1] ?? '');
}

/** `import a.b` gives `a.b`; `from .a import b, c` gives `.a`, `.a.b` and `.a.c`, for what is imported may be a module itself. */
function* readPython(text: string): Iterable<string> {
  const pattern =
    /^[ \t]*(?:import[ \t]+([\w., \t]{1,400})|from[ \t]+([.\w]{1,200})[ \t]+import[ \t]+(\([^)]{0,2000}\)|[^\n]{1,400}))/gm;
  for (const [, modules, from, names] of text.matchAll(pattern)) {
    if (modules !== undefined) yield* modules.split(',').map((name) => name.trim().split(/\s/)[0] ?? '');
    if (from === undefined || names === undefined) continue;
    yield from;
    const joint = from.endsWith('.') ? '' : '.';
    for (const [name] of names.replace(/#[^\n]*/g, '').matchAll(/\b(?!as\b)(?<!\bas\s+)\w+/g))
      yield `${from}${joint}${name}`;
  }
}

function* readGo(text: string): Iterable<string> {
  const block = /^import[ \t]*\(([^)]{0,8000})\)/gm;
  for (const [, lines = ''] of text.matchAll(block)) yield* captures(/"([^"\n]+)"/g)(lines);
  yield* captures(/^import[ \t]+(?:[\w.]+[ \t]+)?"([^"\n]+)"/gm)(text);
}

/** `mod a;` comes as `self::a`. */
function* readRust(text: string): Iterable<string> {
  for (const [, name = ''] of text.matchAll(
    /^[ \t]*(?:pub(?:\([^)\n]{0,40}\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;/gm,
  ))
    yield `self::${name}`;
  for (const [, tree = ''] of text.matchAll(
    /^[ \t]*(?:pub(?:\([^)\n]{0,40}\))?[ \t]+)?use[ \t]+([^;]{1,2000});/gm,
  )) {
    yield* unfoldUse(
      tree
        .replace(/\/\/[^\n]*/g, '')
        .replace(/\bas\s+\w+/g, '')
        .replace(/\s+/g, ''),
    );
  }
}

function* unfoldUse(tree: string, depth = 0): Iterable<string> {
  const brace = tree.indexOf('{');
  if (brace === -1 || depth > 4) {
    yield tree.replace(/::(?:\*|self)$/, '');
    return;
  }
  const prefix = tree.slice(0, brace);
  const inner = tree.slice(brace + 1, tree.endsWith('}') ? -1 : undefined);
  for (const part of splitOutside(inner)) yield* unfoldUse(prefix + part, depth + 1);
}

/** Splits at the commas that stand in no braces. */
function splitOutside(list: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let index = 0; index < list.length; index += 1) {
    const char = list[index];
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === ',' && depth === 0) {
      parts.push(list.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, list.slice(start)].filter((part) => part !== '');
}
