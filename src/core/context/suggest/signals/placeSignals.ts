import type { Corpus } from '../corpus.ts';
import type { FilePlace } from './filePlace.ts';
import type { PlacedSeed } from './placedSeed.ts';
import type { Signals } from './signals.ts';

type PlaceSignals = Pick<Signals, 'tests' | 'sibling' | 'nameWords' | 'folder' | 'bulk'>;

/** What names and places say: tests of a file and what a test tests, names alike, the same folder. */
export function measurePlace({ files, places }: Corpus, seeds: readonly PlacedSeed[]): PlaceSignals {
  const empty = () => new Float32Array(files.length);
  const signals: PlaceSignals = {
    tests: empty(),
    sibling: empty(),
    nameWords: empty(),
    folder: empty(),
    bulk: Float32Array.from(files, ({ isBulk }) => Number(isBulk)),
  };
  for (const { file: from, weight } of seeds) {
    const seed = places[from]!;
    for (const [index, place] of places.entries()) {
      if (index === from) continue;
      for (const [name, value] of Object.entries(compare(seed, place))) {
        const signal = signals[name as keyof PlaceSignals];
        if (value * weight > signal[index]!) signal[index] = value * weight;
      }
    }
  }
  return signals;
}

function compare(seed: FilePlace, place: FilePlace): Partial<Record<keyof PlaceSignals, number>> {
  const isSameStem = seed.stem === place.stem && seed.stem.length > 1;
  return {
    tests: isSameStem && seed.isTest !== place.isTest ? 1 : 0,
    sibling: isSameStem && seed.isTest === place.isTest ? 1 : 0,
    nameWords: isSameStem ? 0 : likeness(seed.nameWords, place.nameWords),
    folder: seed.folder === place.folder ? 1 : 0,
  };
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
