import type { Corpus } from '../corpus.ts';
import type { Edge } from '../graph/importGraph.ts';
import type { PlacedSeed } from './placedSeed.ts';
import type { Signals } from './signals.ts';

type GraphSignals = Pick<Signals, 'imports' | 'importsNear' | 'uses' | 'usedBy'>;

/** What the code of the files at hand is tied to: by imports, two imports away, and by the names that one declares and the other uses. */
export function measureGraph(corpus: Corpus, seeds: readonly PlacedSeed[]): GraphSignals {
  const { graph } = corpus;
  const signals = {
    imports: new Float32Array(corpus.files.length),
    importsNear: new Float32Array(corpus.files.length),
    uses: new Float32Array(corpus.files.length),
    usedBy: new Float32Array(corpus.files.length),
  };
  for (const { file, weight } of seeds) {
    raiseTo(signals.imports, graph.imports[file] ?? [], weight);
    raiseTo(signals.imports, graph.importers[file] ?? [], weight);
    addNear(signals.importsNear, corpus, file, weight);
    addUses(signals.uses, corpus, file, weight);
    addUsers(signals.usedBy, corpus, file, weight);
  }
  signals.importsNear = signals.importsNear.map((value) => value / (value + 0.3));
  signals.uses = signals.uses.map((value) => value / (value + 8));
  signals.usedBy = signals.usedBy.map((value) => value / (value + 8));
  return signals;
}

function raiseTo(signal: Float32Array, edges: readonly Edge[], weight: number): void {
  for (const { file, share } of edges) signal[file] = Math.max(signal[file]!, share * weight);
}

/** Two steps over imports in either direction; a file that everything imports leads nowhere in particular. */
function addNear(signal: Float32Array, { graph }: Corpus, from: number, weight: number): void {
  const neighbours = (file: number) => [...(graph.imports[file] ?? []), ...(graph.importers[file] ?? [])];
  for (const middle of neighbours(from)) {
    const next = neighbours(middle.file);
    for (const { file, share } of next) {
      if (file !== from) signal[file]! += (weight * middle.share * share) / next.length;
    }
  }
}

/** Files that declare what the file uses. */
function addUses(
  signal: Float32Array,
  { files, declaredIn, frequencies }: Corpus,
  from: number,
  weight: number,
): void {
  for (const identifier of files[from]?.identifiers ?? []) {
    const holders = declaredIn.get(identifier);
    if (holders === undefined || holders.length > MOST_HOLDERS || holders.includes(from)) continue;
    const value = (weight * rarityOf(frequencies[identifier]!, files.length)) / holders.length;
    for (const file of holders) signal[file]! += value;
  }
}

/** Files that use what the file declares. */
function addUsers(
  signal: Float32Array,
  { files, identifiers, declaredIn, frequencies }: Corpus,
  from: number,
  weight: number,
): void {
  const values = new Map<number, number>();
  for (const name of files[from]?.names ?? []) {
    const identifier = identifiers.numberOf(name);
    const holders = declaredIn.get(identifier ?? -1);
    if (identifier === undefined || holders === undefined || holders.length > MOST_HOLDERS) continue;
    values.set(identifier, (weight * rarityOf(frequencies[identifier]!, files.length)) / holders.length);
  }
  if (values.size === 0) return;
  for (const [index, file] of files.entries()) {
    if (index === from || file.isBulk) continue;
    for (const identifier of file.identifiers) signal[index]! += values.get(identifier) ?? 0;
  }
}

/** A name that more files declare (`toString`, `main`) is nobody's. */
const MOST_HOLDERS = 5;

function rarityOf(frequency: number, files: number): number {
  return Math.log(1 + files / (frequency + 1));
}
