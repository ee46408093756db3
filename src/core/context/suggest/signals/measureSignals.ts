import type { Corpus } from '../corpus.ts';
import type { SuggestQuestion } from '../suggestQuestion.ts';
import { measureGraph } from './graphSignals.ts';
import { measureHistory } from './historySignals.ts';
import { placeSeeds } from './placedSeed.ts';
import { measurePlace } from './placeSignals.ts';
import type { Signals } from './signals.ts';
import { measureTask } from './taskSignals.ts';

/** Everything that speaks for each file of the corpus. */
export function measureSignals(corpus: Corpus, question: SuggestQuestion): Signals {
  const seeds = placeSeeds(corpus, question);
  return {
    ...measureTask(corpus, question),
    ...measureGraph(corpus, seeds),
    ...measureHistory(corpus, seeds, question.task),
    ...measurePlace(corpus, seeds),
  };
}
