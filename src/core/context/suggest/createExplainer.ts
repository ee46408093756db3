import { type Message, message } from '../../message.ts';
import type { Corpus } from './corpus.ts';
import { splitWords, taskWords } from './facts/splitWords.ts';
import type { RankedFile } from './rankFiles.ts';
import { placeSeeds } from './signals/placedSeed.ts';
import type { SignalName } from './signals/signals.ts';
import { symbolsOf } from './signals/taskSignals.ts';
import { wordsOfIdentifiers } from './signals/wordsOfIdentifiers.ts';
import type { SeedKind, SuggestQuestion } from './suggestQuestion.ts';

/** Says why a file is suggested: the two strongest signals in words, `has "header"` and `changed with src/a.ts in 4 commits`. */
export type Explainer = (ranked: RankedFile) => readonly Message[];

/** For the files of one suggestion. */
export function createExplainer(corpus: Corpus, question: SuggestQuestion): Explainer {
  const words = taskWords(question.task);
  const told = { corpus, question, words, wordsOf: wordsOfIdentifiers(corpus.identifiers, words) };
  return ({ index, file, signals }) => {
    const kind = question.seeds.find(({ path }) => path === file.path)?.kind;
    if (kind !== undefined) return [SEED_REASONS[kind]];
    const explain = (table: Explanations) =>
      signals.flatMap((name) => {
        const reason = table[name]?.(told, index);
        return reason === undefined ? [] : [reason];
      });
    const said = withoutRepeats([...explain(EXPLANATIONS), ...explain(WEAK_EXPLANATIONS)]).slice(0, 2);
    return said.length === 0 ? [message('there was room for it')] : said;
  };
}

const SEED_REASONS: Record<SeedKind, Message> = {
  open: message('the file that you are in'),
  selected: message('selected'),
  diagnostics: message('has problems reported'),
  defines: message('defines the symbol under the cursor'),
  uses: message('uses the symbol under the cursor'),
  changed: message('changed since the last commit'),
  recent: message('recently edited'),
};

type Told = {
  corpus: Corpus;
  question: SuggestQuestion;
  words: readonly string[];
  wordsOf: ReadonlyMap<number, number[]>;
};
type Explain = (told: Told, file: number) => Message;
type Explanations = Partial<Record<SignalName, Explain>>;

/** Signals without a sentence only order what others have found. */
const EXPLANATIONS: Explanations = {
  named: () => message('named in the task'),
  symbols: ({ corpus, question }, file) => {
    const names = new Set(corpus.files[file]?.names);
    const asked = [...symbolsOf(question.task), ...(question.symbols ?? [])].filter((name) =>
      names.has(name),
    );
    return message('declares {0}', asked.slice(0, 3).join(', '));
  },
  words: explainWords,
  pathWords: () => message('its path has words of the task'),
  imports: explainImport,
  importsNear: (told) => message('two imports away from {0}', firstSeed(told)),
  uses: (told) => message('declares what {0} uses', firstSeed(told)),
  usedBy: (told) => message('uses what {0} declares', firstSeed(told)),
  together: explainTogether,
  togetherOf: explainTogether,
  subjects: () => message('changed in commits worded like the task'),
  tests: (told) => message('by its name test or tested, with {0}', firstSeed(told)),
  sibling: (told) => message('named like {0}', firstSeed(told)),
  nameWords: (told) => message('named like {0}', firstSeed(told)),
  folder: (told) => message('beside {0}', firstSeed(told)),
};

/** True of too many files to be told while there is anything else to tell. */
const WEAK_EXPLANATIONS: Explanations = {
  recent: () => message('changed lately'),
  often: () => message('changes often'),
};

/** Which words of the task stand in the file, shown as the task has them. */
function explainWords({ corpus, question, words, wordsOf }: Told, file: number): Message {
  const found = new Set(
    Array.from(corpus.files[file]?.identifiers ?? [], (id) => wordsOf.get(id) ?? []).flat(),
  );
  const stems = words.filter((_, index) => found.has(index)).slice(0, 3);
  const shown = stems.map(
    (stem) => question.task.match(/[\p{L}\p{N}]+/gu)?.find((word) => splitWords(word).includes(stem)) ?? stem,
  );
  return message('has {0}', [...new Set(shown)].map((word) => `"${word}"`).join(', '));
}

function explainImport(told: Told, file: number): Message {
  const { graph, table } = told.corpus;
  const seeds = new Set(told.question.seeds.map(({ path }) => table.numberOf(path)));
  const seed = graph.importers[file]?.find((edge) => seeds.has(edge.file));
  if (seed !== undefined) return message('imported by {0}', table.paths[seed.file] ?? '');
  const imported = graph.imports[file]?.find((edge) => seeds.has(edge.file));
  return message('imports {0}', table.paths[imported?.file ?? -1] ?? firstSeed(told));
}

function explainTogether({ corpus: { history, table }, question: { seeds } }: Told, file: number): Message {
  const own = new Set(history.byFile[file]);
  const counts = seeds.map(({ path }) => {
    const shared = (history.byFile[table.numberOf(path) ?? -1] ?? []).filter((commit) =>
      own.has(commit),
    ).length;
    return { path, shared };
  });
  const { path, shared } = counts.sort((a, b) => b.shared - a.shared)[0] ?? { path: '', shared: 0 };
  return shared === 1
    ? message('changed with {0} in {1} commit', path, shared)
    : message('changed with {0} in {1} commits', path, shared);
}

/** The file at hand that counts most; signals of several are told of it. */
function firstSeed({ corpus, question }: Told): string {
  return corpus.files[placeSeeds(corpus, question)[0]?.file ?? -1]?.path ?? 'a file at hand';
}

function withoutRepeats(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((each) => [JSON.stringify(each), each])).values()];
}
