/** A task made ready for the rules: lower case, without what is only quoted, pasted or named. */
export type ReadTask = {
  clauses: readonly Clause[];
  /** All of the task's own words, for signs that need not stand in one clause. */
  words: string;
  /** A command line, with or without `!` before it. */
  isCommand: boolean;
  /** A stack trace or an error with its place was pasted. */
  hasTrace: boolean;
};

/** `words` for the rules, `text` as it was written. */
export type Clause = { words: string; text: string };

/** A name, path, quotation or piece of code: it says where, not what to do. */
export const NAME = '§';

export function readTask(task: string): ReadTask {
  const shown = shorten(task).normalize('NFC').replaceAll('\r', '');
  const prose = shown.replace(/```[\s\S]*?(?:```|$)/g, ` ${NAME} `);
  const own = stripPayload(prose.replace(CHORE_PREFIX, '').replace(TRACE_LINE, ''));
  const clauses = splitClauses(own.trim() === '' ? prose : own);
  return {
    clauses,
    words: clauses.map(({ words }) => words).join(' . '),
    isCommand: isCommand(shown.trim()),
    hasTrace: prose.search(TRACE_LINE) >= 0,
  };
}

/** What asks for something stands at the start or at the end of a long text. */
const HEAD_CHARS = 6_000;
const TAIL_CHARS = 2_000;

function shorten(task: string): string {
  if (task.length <= HEAD_CHARS + TAIL_CHARS) return task;
  const head = task.slice(0, HEAD_CHARS);
  const tail = task.slice(-TAIL_CHARS);
  return `${head.replace(/\n[^\n]*$/, '')}\n${tail.replace(/^[^\n]*\n/, '')}`;
}

/** The kind of a commit whose subject says the work itself; `fix:` and `feat:` are part of what is asked for. */
const CHORE_PREFIX = /^\s*(?:style|chore|ci|build|docs?)(?:\([\w./-]{1,40}\))?!?: +/i;

const TRACE_LINE =
  /^[ \t]*(?:at \S.{0,300}:\d+|File "[^"\n]+", line \d+.*|Traceback \(most recent.*|[\w.]{0,200}(?:Error|Exception)\b: .*|(?:ERROR|FAIL|error)\b.*\b\d+[:(]\d+.*|(?:error )?(?:TS|CS|E|C)\d{3,5}\b: .*|panic: .*|Caused by: .*)$/gm;

/** The data below "Classify each line:" is not the task, whatever it says; a list of things to do is. */
function stripPayload(text: string): string {
  const asked =
    /^[^\n]*\b(?:classify|categori[sz]e|label|tag|summari[sz]e|translate|extract|rate|score)\b[^\n]*:[ \t]*\n/i;
  const found = asked.exec(text.trimStart());
  return found === null ? text : found[0];
}

const SHELL =
  /^(?:\$ +|> +)?(?:sudo +)?(?:git (?:status|log|diff|add|commit|push|pull|fetch|checkout|switch|stash|rebase|merge|branch|clone|reset|blame|show|tag|bisect|restore|cherry-pick|revert)|npm|npx|pnpm|yarn|bun|node|deno|python3?|pip3?|pytest|uv|poetry|cargo|go (?:test|build|run|vet|mod|fmt|get)|docker(?:-compose)?|kubectl|helm|terraform|mvn|gradle|\.\/\S+|dotnet|rustc|tsc|eslint|prettier|biome|vitest|jest|ruff|black|mypy|grep|rg|sed|awk|cat|head|tail|ls|cd|cp|mv|rm|mkdir|touch|find \.|chmod|chown|curl|wget|tar|unzip|ssh|scp|ps|kill|top|df|du|wc|jq|psql|mysql|redis-cli|systemctl|brew|make (?:test|build|install|clean|lint|all|run|deploy|check|dev)|apt(?:-get)?|code|echo|export|source|which|diff) *(?=$|\s)/;
/** A sentence may begin like a command: "node crashes when …", "go through …". */
const PROSE = /[.!?]$|\b(?:the|this|that|these|we|my|our|is|are|when|please|why|how|crashes|fails)\b/i;

function isCommand(task: string): boolean {
  if (task.includes('\n')) return false;
  return /^!\s*\S/.test(task) || (SHELL.test(task) && !PROSE.test(task));
}

/** Words that ask nicely, or say when, before what is asked for. */
const COURTESY = new RegExp(
  `^(?:(?:(?:please|pls|plz|hi|hey|hello|hm+|ok(?:ay)?|so|well|now|just|also|and|then|next|first(?:ly)?|finally|afterwards?|quickly|carefully|simply|again|maybe|thanks|dear \\w+|there|team|${NAME})[,!:]?|` +
    `(?:can|could|would|will) (?:you|u)|i(?:'d| would)? (?:want|need|like)(?: you)? to|i(?:'d| would) like you to|we (?:need|want|have) to|(?:you|we) should|let's|lets|let us|help me(?: to)?|help us(?: to)?|` +
    `i was wondering if you could|whenever you have time|your task is to|the (?:task|goal) is to|try to|go ahead and|make sure to|be so kind(?: and)?|kindly|task:|todo:|feature:|goal:|story:|` +
    `bitte|kannst du|könntest du|können sie|mal|zuerst|dann|danach|peux-tu|pouvez-vous|s'il te plaît|d'abord|ensuite|puedes|podrías|por favor|primero|luego|puoi|per favore|você pode|poderia|пожалуйста|можешь|сначала|затем|请|帮我|首先|然后)[\\s,:]+)+`,
);

function splitClauses(text: string): Clause[] {
  const sentences = text.split(/(?<=[.!?;。！？；])(?=\s|$|\p{Lo})|\n+|(?<=[:—–])\s|\s[-–—]+\s/u);
  return sentences
    .flatMap((sentence) => (LISTING.test(sentence) ? [sentence] : joinShort(sentence.split(SEAM))))
    .map((part) => ({ words: toWords(part), text: part.replace(/^[\s,;:]+|[\s,;:.]+$/gu, '') }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

/** One word between commas is the member of a list. */
function joinShort(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    if (joined.length > 0 && !/\s/.test(part.trim())) joined.push(`${joined.pop()}, ${part}`);
    else joined.push(part);
  }
  return joined;
}

/** What follows such a verb is a list of names, not of things to do: "as fix, feature, refactor or chore". */
const LISTING =
  /^[^a-z]*(?:[a-z]+[^a-z]+){0,3}?(?:classify|categori[sz]e|label|tag|triage|route|bucket|assign)\b|\b(?:yes or no|true or false|one of)\b/i;

/** Where a new thing to do may begin within a sentence. */
const SEAM =
  /,\s+(?:and\s+|then\s+|but\s+|und\s+|et\s+|y\s+)*(?=[a-zß-öø-ÿœа-яё])|(?<!drag|pros|trial|cut)\s+(?:and then|then|and(?! replace\b)|und dann|und|et|puis|y|e|и|afterwards)\s+(?=[a-zß-öø-ÿœа-яё])|[，、]/;

function toWords(part: string): string {
  const lower = part
    .replace(/`[^`\n]*`/g, NAME)
    .replace(/"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|„[^“”\n]{1,300}[“”]/g, NAME)
    .replace(/(?<![\wß-ÿ])'[^'\n]{1,80}'(?![\wß-ÿ])/g, NAME)
    .replace(/https?:\/\/\S+/g, NAME)
    .replace(
      /(?<![\wß-ÿ])(?:[\w@.-]{0,60}\/)+[\w.*-]{1,80}|\b[\w.-]{1,80}\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|sql|json|ya?ml|toml|md|css|html|csv|log|txt|sh|zip)\b/g,
      NAME,
    )
    .replace(/\b[A-Z]?[a-z\d]+(?:[A-Z][a-z\d]*)+(?:\(\))?|\b\w+_\w+(?:\(\))?|\b\w+\(\)/g, (name) =>
      KEPT_NAMES.has(name) ? name : NAME,
    )
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^[\s\p{P}\d]+(?=[\p{L}§])/u, '')
    .trim();
  return lower.replace(COURTESY, '');
}

/** They look like names of code, but are words. */
const KEPT_NAMES: ReadonlySet<string> = new Set(
  'JavaScript TypeScript GitHub GitLab PostgreSQL MongoDB GraphQL NoSQL DynamoDB YouTube MySQL OpenAPI ESLint OAuth'.split(
    ' ',
  ),
);
