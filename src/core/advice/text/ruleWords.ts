import { splitWords } from '../../context/suggest/facts/splitWords.ts';

/** Verbs that ask for the same, by the stem that stands for them. */
export function verbClass(stem: string): string {
  return CLASS_OF.get(stem) ?? stem;
}

const SAME_VERBS = [
  'use prefer choose pick employ avoid stick verwende nutze benutze bevorzuge vermeide',
  'add write create include put place schreibe',
  'run execute',
  'change edit modify touch',
  'delete remove drop',
  'answer reply respond',
];
const CLASS_OF = new Map(
  SAME_VERBS.flatMap((verbs) => {
    const stems = splitWords(verbs);
    return stems.map((stem) => [stem, stems[0] ?? stem] as const);
  }),
);

/** Imperatives that begin a rule. */
export const IMPERATIVES: ReadonlySet<string> = new Set(
  splitWords(
    `use prefer choose pick employ stick add write create include put place run execute change edit modify touch delete remove drop answer reply
    respond commit push pull merge rebase squash keep make do follow store name return throw import export install indent format build test query ask
    explain describe mock log deploy document validate handle call read start stop limit set define declare generate update rename move split wrap
    check review order sort group show list give be cache retry escape sanitize sign tag release publish
    verwende nutze benutze bevorzuge schreibe setze lege führe halte formatiere installiere`,
  ),
);

/** Things of which a project uses one, with the words that say no more than what they are for. */
export type Alternatives = { values: readonly RegExp[]; topic: ReadonlySet<string> };

export const ALTERNATIVES: readonly Alternatives[] = [
  oneOf('tab space indent indentation width size level two four 2 4 wide file', /\btabs?\b/, /\bspaces?\b/),
  oneOf(
    'single double quote quotes quotation string literal text',
    /\bsingle[ -]quot\w+/,
    /\bdouble[ -]quot\w+/,
  ),
  oneOf(
    'npm yarn pnpm bun pip poetry uv install package manager dependency add run script always',
    /\bnpm\b/,
    /\byarn\b/,
    /\bpnpm\b/,
    /\bbun\b/,
    /\bpip\b/,
    /\bpoetry\b/,
    /\buv\b/,
  ),
  oneOf(
    'jest vitest mocha jasmine test unit write run framework runner',
    /\bjest\b/,
    /\bvitest\b/,
    /\bmocha\b/,
    /\bjasmine\b/,
  ),
  oneOf('pytest unittest test write run framework', /\bpytest\b/, /\bunittest\b/),
  oneOf('default named export component module file', /\bdefault exports?\b/, /\bnamed exports?\b/),
  oneOf(
    'rebase merge squash commit branch history pull request before merge merging',
    /\brebase\b/,
    /\bmerge commits?\b/,
    /\bsquash\b/,
  ),
  oneOf(
    'camel snake kebab pascal case name naming variable identifier function',
    /\bcamel ?case\b/,
    /\bsnake[_ ]?case\b/,
    /\bkebab-?case\b/,
    /\bpascal ?case\b/,
  ),
  oneOf(
    'english german french spanish chinese japanese write written language text',
    /\benglish\b/,
    /\bgerman\b/,
    /\bfrench\b/,
    /\bspanish\b/,
    /\bchinese\b/,
    /\bjapanese\b/,
  ),
  oneOf(
    'short brief concise terse detail detailed great full much thorough comprehensive length verbose answer reply response explanation keep give explain describe change every sentence most three four five step line be',
    /\b(?:short|brief|briefly|concise|terse)\b/,
    /\b(?:in (?:great |full |much )?detail|detailed|thorough|thoroughly|comprehensive|at length|verbose)\b/,
  ),
  oneOf(
    'semicolon with without omit line end ending statement',
    /\b(?:with|use|add|always) semicolons?\b/,
    /\b(?:without|no|omit) semicolons?\b/,
  ),
  oneOf(
    '80 100 120 line length limit wrap character column most maximum code',
    /\b80\b/,
    /\b100\b/,
    /\b120\b/,
  ),
];

function oneOf(topic: string, ...values: RegExp[]): Alternatives {
  return { values, topic: new Set(splitWords(topic)) };
}

/** Words that say nothing about what a rule holds for, in a rule or in the heading above it. */
export const EMPTY_STEMS: ReadonlySet<string> = new Set(
  splitWords(
    `the a an in of for to and or all any every each your our this that these it is are be with on at by from as please you we when where ever just
    also directly der die das den dem ein eine einen in im für zu und alle immer niemals nie nicht bitte sie du wir always never not`,
  ),
);
export const EMPTY_HEADINGS: ReadonlySet<string> = new Set(
  splitWords(
    `rule style format formatting convention general guideline standard code coding command workflow test testing important note development project
    instruction setup git commit review output constraint scope validation dependency how to work overview best practice principle agent claude
    copilot ai behaviour behavior answer response communication language quality do dont don t not the and for of our your regeln stil allgemein`,
  ),
);
