import { isFrameLine } from './frameLine.ts';

/** A message is told by this much of it, in UTF-16 units. */
const LONGEST_MESSAGE = 300;

/** What marks a line as an error, whoever wrote it. Tried on shortened lines only. */
const ERROR_MARKS: readonly RegExp[] = [
  // TypeError: …, java.lang.NullPointerException, Segmentation fault
  /\b[A-Z]\w*(?:Error|Exception|Panic)\b(?:\s*[:([{]|$| \[)/,
  /\b(?:Traceback|Caused by:|Unhandled|Uncaught|Segmentation fault|OOMKilled|Out of memory|out of memory|core dumped)/,
  // error: …, error[E0382]: …, error TS2304: …, fatal error: …, npm ERR! …
  /\b(?:error|fatal|panic)(?:\[\w+\]| TS\d+| [A-Z]+\d+)?!?:(?!:)/i,
  /^(?:e:|E {3}|E\/|not ok\b|npm (?:ERR!|error)|\s*✖|\s*error\b(?! handl))/,
  // Levels of loggers and of CI.
  /(?:^|[\s[|(<"=:])(?:ERROR|ERR|FATAL|CRITICAL|CRIT|SEVERE|EMERG|ALERT|PANIC)(?=[\s\]|)>":!,]|$)/,
  /\[(?:error|fatal|crit|critical|alert|emerg)\]|##\[error\]|::error|\blevel"?[=:] ?"?(?:error|fatal|critical|panic)\b/,
  // Failed tests.
  /(?:^|[\s:[])FAIL(?:ED|URE|URES)?(?=[\s:\]]|$)/,
  /^\s*(?:[✕✗×✘❌]|●|\d+\)) \S/u,
  /^\s+\d+:\d+\s+error\s/,
  // Commands and systems.
  /command not found|No such file or directory|[Pp]ermission denied|[Cc]onnection refused|\bECONN[A-Z]+|\bENOENT\b|\bEACCES\b/,
  /\bexit(?:ed)?(?: with)?(?: (?:code|status))?:? [1-9]\d{0,2}\b|[Tt]imed out|\bKilled\b/,
  /"[A-Z]+ \S+ HTTP\/[\d.]+" 5\d\d\b/,
];

/** Says that nothing went wrong, whatever words it uses. */
const HARMLESS =
  /\b(?:0 (?:errors?|fail(?:ed|ing|ures?)|FAILED)|[Nn]o errors?)\b(?!.*\b[1-9]\d* (?:errors?|fail))|^\s*(?:error|Error) ?(?:Handl|handl|Boundar)/;

/** A test that passed; its name may speak of errors. */
export const PASSED_LINE =
  /^\s*(?:✓|✔|√|✅|ok \d+\b|--- PASS|=== (?:RUN|PAUSE|CONT|NAME)|PASS(?: |$)|ok {2}\t|ok\s+\S+\s+[\d.]+s)|\bPASSED\b|^test .{1,300} \.\.\. (?:ok|ignored)$/;

/** The error message that a line (printed form) holds, or `undefined`. A place at its start is not part of it. */
export function errorMessage(line: string): string | undefined {
  if (!ERROR_MARKS.some((mark) => mark.test(line))) return undefined;
  if (PASSED_LINE.test(line) || HARMLESS.test(line) || isFrameLine(line)) return undefined;
  const text = line.replace(LEADING_PLACE, '').trim();
  return cutMessage(text === '' ? line.trim() : text);
}

/** `src/a.ts(1,2): `, `src/a.ts:1:2 - `, `  12:5  `, and the service or file that grep and CI put before. */
const LEADING_PLACE =
  /^\s*(?:[^\s:()]{1,300}\.\w{1,10}(?:\(\d+(?:,\d+)?\)|(?::\d+){1,2})|\d+:\d+)(?:(?:: | - |:$)|\s+(?=\S))/;

function cutMessage(text: string): string {
  if (text.length <= LONGEST_MESSAGE) return text;
  const last = text.charCodeAt(LONGEST_MESSAGE - 1);
  const splits = last >= 0xd800 && last < 0xdc00;
  return text.slice(0, splits ? LONGEST_MESSAGE - 1 : LONGEST_MESSAGE).trimEnd();
}
