export const RULES = [
  'syntax', // the file parses
  'layer', // folders, packages and Node modules of the layer table; every file has a row
  'cycle', // no ring of imports
  'vocabularyReach', // nothing of FREE_OF_VOCABULARY loads the vocabulary
  'lazySqlite', // `node:sqlite` only by a dynamic import
  'moduleLoader', // no `require` in any disguise
  'suppression', // no comment that switches a compiler check off or a library on
  'ambient', // no `declare` in core and protocol
  'evaluation', // no `eval`, `new Function` and the like
  'network', // no network API
  'markup', // no HTML from text
  'trust', // no command links in web pages, no blanket trust in Markdown
  'settings', // settings are read in one file
  'gate', // texts pass the gates in one file, with all their scanners
  'clipboard', // the clipboard is written in one file
  'purity', // core has no clock, no chance, no process
] as const;
export type Rule = (typeof RULES)[number];

export type Violation = { rule: Rule; path: string; line: number; message: string };
