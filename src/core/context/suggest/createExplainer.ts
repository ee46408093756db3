import type { Corpus } from './corpus.ts';
import { splitWords, taskWords } from './facts/splitWords.ts';
import type { RankedFile } from './rankFiles.ts';
import { placeSeeds } from './signals/placedSeed.ts';
import type { SignalName } from './signals/signals.ts';
import { symbolsOf } from './signals/taskSignals.ts';
import { wordsOfIdentifiers } from './signals/wordsOfIdentifiers.ts';
import type { SeedKind, SuggestQuestion } from './suggestQuestion.ts';

/** Says why a file is suggested: the two strongest signals in words, `has "header"; changed with src/a.ts in 4 commits`. */
export type Explainer = (ranked: RankedFile) => string;

/** For the files of one suggestion. */
export function createExplainer(corpus: Corpus, question: SuggestQuestion): Explainer {
  const words = taskWords(question.task);
  const told = { corpus, question, words, wordsOf: wordsOfIdentifiers(corpus.identifiers, words) };
  return ({ index, file, signals }) => {
    const kind = question.seeds.find(({ path }) => path === file.path)?.kind;
    if (kind !== undefined) return SEED_REASONS[kind];
    const reasons = signals.flatMap((name) => EXPLANATIONS[name]?.(told, index) ?? []);
    const weak = signals.flatMap((name) => WEAK_EXPLANATIONS[name] ?? []);
    const said = [...new Set([...reasons, ...weak])].slice(0, 2);
    return said.length === 0 ? 'there was room for it' : said.join('; ');
  };
}

const SEED_REASONS: Record<SeedKind, string> = {
  open: 'the file that you are in',
  selected: 'selected',
  diagnostics: 'has problems reported',
  defines: 'defines the symbol under the cursor',
  uses: 'uses the symbol under the cursor',
  changed: 'changed since the last commit',
  recent: 'recently edited',
};

type Told = {
  corpus: Corpus;
  question: SuggestQuestion;
  words: readonly string[];
  wordsOf: ReadonlyMap<number, number[]>;
};
type Explain = (told: Told, file: number) => string;

/** Signals without a sentence only order what others have found. */
const EXPLANATIONS: Partial<Record<SignalName, Explain>> = {
  named: () => 'named in the task',
  symbols: ({ corpus, question }, file) => {
    const names = new Set(corpus.files[file]?.names);
    const asked = [...symbolsOf(question.task), ...(question.symbols ?? [])].filter((name) =>
      names.has(name),
    );
    return `declares ${asked.slice(0, 3).join(', ')}`;
  },
  words: explainWords,
  pathWords: () => 'its path has words of the task',
  imports: explainImport,
  importsNear: (told) => `two imports away from ${firstSeed(told)}`,
  uses: (told) => `declares what ${firstSeed(told)} uses`,
  usedBy: (told) => `uses what ${firstSeed(told)} declares`,
  together: explainTogether,
  togetherOf: explainTogether,
  subjects: () => 'changed in commits worded like the task',
  tests: (told) => `by its name test or tested, with ${firstSeed(told)}`,
  sibling: (told) => `named like ${firstSeed(told)}`,
  nameWords: (told) => `named like ${firstSeed(told)}`,
  folder: (told) => `beside ${firstSeed(told)}`,
};

/** True of too many files to be told while there is anything else to tell. */
const WEAK_EXPLANATIONS: Partial<Record<SignalName, string>> = {
  recent: 'changed lately',
  often: 'changes often',
};

/** Which words of the task stand in the file, shown as the task has them. */
function explainWords({ corpus, question, words, wordsOf }: Told, file: number): string {
  const found = new Set(
    Array.from(corpus.files[file]?.identifiers ?? [], (id) => wordsOf.get(id) ?? []).flat(),
  );
  const stems = words.filter((_, index) => found.has(index)).slice(0, 3);
  const shown = stems.map(
    (stem) => question.task.match(/[\p{L}\p{N}]+/gu)?.find((word) => splitWords(word).includes(stem)) ?? stem,
  );
  return `has ${[...new Set(shown)].map((word) => `"${word}"`).join(', ')}`;
}

function explainImport(told: Told, file: number): string {
  const { graph, table } = told.corpus;
  const seeds = new Set(told.question.seeds.map(({ path }) => table.numberOf(path)));
  const seed = graph.importers[file]?.find((edge) => seeds.has(edge.file));
  if (seed !== undefined) return `imported by ${table.paths[seed.file]}`;
  const imported = graph.imports[file]?.find((edge) => seeds.has(edge.file));
  return `imports ${table.paths[imported?.file ?? -1] ?? firstSeed(told)}`;
}

function explainTogether({ corpus: { history, table }, question: { seeds } }: Told, file: number): string {
  const own = new Set(history.byFile[file]);
  const counts = seeds.map(({ path }) => {
    const shared = (history.byFile[table.numberOf(path) ?? -1] ?? []).filter((commit) =>
      own.has(commit),
    ).length;
    return { path, shared };
  });
  const { path, shared } = counts.sort((a, b) => b.shared - a.shared)[0] ?? { path: '', shared: 0 };
  return `changed with ${path} in ${shared} ${shared === 1 ? 'commit' : 'commits'}`;
}

/** The file at hand that counts most; signals of several are told of it. */
function firstSeed({ corpus, question }: Told): string {
  return corpus.files[placeSeeds(corpus, question)[0]?.file ?? -1]?.path ?? 'a file at hand';
}
