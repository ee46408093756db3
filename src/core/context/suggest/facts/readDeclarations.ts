import type { Language } from './languageOf.ts';

/**
 * The names that a text declares, in order and without repeats: functions, types, constants and methods of code, headings of prose, keys of
 * data. Found line by line: quick enough for a whole repository, where a parser would take minutes.
 */
export function readDeclarations(language: Language, text: string, limit: number): string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(DECLARATIONS[language])) {
    const name = match.find((part, index) => index > 0 && part !== undefined)?.trim();
    if (name === undefined || name === '' || NO_NAMES.has(name)) continue;
    names.add(name);
    if (names.size === limit) break;
  }
  return [...names];
}

/** The pattern by which declarations of a language are found; with the flags `g` and `m`. */
export function declarationPattern(language: Language): RegExp {
  return DECLARATIONS[language];
}

/** Each alternative has one group: the name. Patterns start at a line and bound every repeat. */
const DECLARATIONS: Record<Language, RegExp> = {
  script:
    /^[ \t]{0,4}(?:export[ \t]+)?(?:default[ \t]+)?(?:declare[ \t]+)?(?:abstract[ \t]+)?(?:async[ \t]+)?(?:function\*?|class|interface|type|enum|namespace)[ \t]+([\w$]{2,80})|^(?:export[ \t]+)?(?:const|let|var)[ \t]+([\w$]{2,80})|^[ \t]{2,4}(?:(?:public|private|protected|static|async|get|set|override|readonly|abstract)[ \t]+){0,4}#?([\w$]{2,80})[ \t]*(?:<[^>\n]{0,80}>)?\([^\n]{0,200}\{[ \t]*$|^[ \t]{0,2}(?:describe|it|test)\(['"`]([^'"`\n]{2,60})/gm,
  python: /^[ \t]{0,4}(?:async[ \t]+)?(?:def|class)[ \t]+(\w{2,80})|^([A-Z][A-Z0-9_]{2,60})[ \t]*[:=]/gm,
  go: /^func[ \t]+(?:\([^)\n]{0,80}\)[ \t]*)?(\w{2,80})|^(?:type|var|const)[ \t]+(\w{2,80})|^\t(\w{2,60})[ \t]+(?:=|struct\b|interface\b|func\b)/gm,
  jvm: /^[ \t]{0,8}(?:@\w{1,40}[ \t]+)?(?:(?:public|private|protected|internal|static|final|abstract|sealed|open|data|inline|override|suspend|default|synchronized|const|enum|annotation|value|case|implicit|companion)[ \t]+){0,6}(?:class|interface|enum|record|object|@interface|fun|trait|typealias)[ \t]+(?:<[^>\n]{0,80}>[ \t]*)?(?:[\w<>?, ]{1,60}\.)?(\w{2,80})|^[ \t]{1,8}(?:(?:public|private|protected|static|final|abstract|default|synchronized)[ \t]+){1,5}(?:<[^>\n]{1,80}>[ \t]+)?[\w<>[\],.? ]{1,80}[ \t]+(\w{2,80})[ \t]*\(/gm,
  rust: /^[ \t]{0,4}(?:pub(?:\([^)\n]{0,40}\))?[ \t]+)?(?:(?:async|const|unsafe|default|extern(?:[ \t]+"[^"\n]{0,20}")?)[ \t]+){0,3}(?:fn|struct|enum|trait|type|mod|const|static|union|macro_rules!)[ \t]+(\w{2,80})|^impl(?:<[^>\n]{0,80}>)?[ \t]+(?:[\w:<>', ]{1,80}[ \t]+for[ \t]+)?(\w{2,80})/gm,
  csharp:
    /^[ \t]{0,12}(?:(?:public|private|protected|internal|static|sealed|abstract|partial|readonly|override|virtual|async|new|file|required|extern|unsafe)[ \t]+){0,6}(?:class|interface|enum|struct|record|delegate[ \t]+\w{1,60})[ \t]+(\w{2,80})|^[ \t]{1,12}(?:(?:public|private|protected|internal|static|sealed|abstract|override|virtual|async|readonly|new)[ \t]+){1,5}[\w<>[\],.?() ]{1,80}[ \t]+(\w{2,80})[ \t]*(?:\(|\{|=>|$)/gm,
  c: /^(?:typedef[ \t]+)?(?:class|struct|enum|union|namespace|@interface|@implementation)[ \t]+(\w{2,80})|^#[ \t]*define[ \t]+(\w{2,80})|^(?:[\w:*&<>,~]{1,60}[ \t]+){1,5}[*&]{0,2}((?:\w{1,60}::){0,3}~?\w{2,80})[ \t]*\([^;\n]{0,200}$/gm,
  ruby: /^[ \t]{0,6}(?:def[ \t]+(?:self\.)?|class[ \t]+|module[ \t]+)([\w:?!]{2,80})/gm,
  php: /^[ \t]{0,4}(?:(?:public|private|protected|static|final|abstract|readonly)[ \t]+){0,4}(?:function|class|interface|trait|enum)[ \t]+&?(\w{2,80})/gm,
  swift:
    /^[ \t]{0,4}(?:(?:public|private|internal|open|fileprivate|static|final|override|mutating|abstract)[ \t]+){0,4}(?:func|class|struct|enum|protocol|extension|actor|mixin|typedef)[ \t]+(\w{2,80})/gm,
  markdown: /^#{1,4}[ \t]+([^\n]{2,60})/gm,
  restructured: /^([^\s=\-~^"'`*#.][^\n]{2,60})\n[=\-~^"'`*#]{3,}[ \t]*$/gm,
  json: /^(?: {2,4}|\t)(?:(?: {2}|\t))?"([^"\n]{1,60})"[ \t]*:/gm,
  yaml: /^(?: {2})?(?:- )?(["']?[\w./$-][^:#\n"']{0,60})["']?:(?=\s)/gm,
  toml: /^\[{1,2}([^\]\n]{1,60})\]|^([\w.-]{2,60})[ \t]*=/gm,
  style: /^[ \t]{0,2}([.#@:&a-z*[][^{};\n]{1,60})\{/gim,
  markup: /[ \t](?:id|name|key|Include|x:Name)="([^"\n]{2,60})"/g,
};

/** Words of the languages that stand where a method's name could. */
const NO_NAMES = new Set(
  'if for while switch catch return function constructor else do try with await new throw typeof super using lock foreach fixed'.split(
    ' ',
  ),
);
