/** Where a chunk stands, until `replace` moves it. `start` is the offset of its first unit. */
export interface ChunkPlace {
  readonly group: number;
  readonly index: number;
  readonly start: number;
}

interface Group {
  readonly texts: string[];
  readonly tokens: number[];
  units: number;
  tokenTotal: number;
}

/** Of a text of 10 MB, 300 groups of as many chunks; inserting a chunk moves those of one group only. */
const GROUP_CHUNKS = 128;

/**
 * A text in chunks, each with its tokens. Chunks stand in groups with sums of their own, so that a chunk is found, a run of them
 * summed and one inserted by walking over some hundred numbers, about a microsecond in 10 MB (bench rows "keystroke"). Trees of
 * prefix sums find them faster, but an insertion makes all of such a tree anew: 10 ms, once in some hundred keystrokes.
 *
 * The list is never without a chunk: an empty text is an empty one.
 */
export class ChunkList {
  private readonly groups: Group[] = [createGroup([''], [0])];
  private unitTotal = 0;
  private tokenTotal = 0;

  /** Length of the text in UTF-16 units. */
  get units(): number {
    return this.unitTotal;
  }

  /** Tokens of all chunks. */
  get tokens(): number {
    return this.tokenTotal;
  }

  /** The chunk that holds the unit at `offset`; beyond the text, the last one. */
  locate(offset: number): ChunkPlace {
    let start = 0;
    let group = 0;
    const lastGroup = this.groups.length - 1;
    for (; group < lastGroup && start + this.groups[group]!.units <= offset; group++) {
      start += this.groups[group]!.units;
    }
    const { texts } = this.groups[group]!;
    let index = 0;
    const last = texts.length - 1;
    for (; index < last && start + texts[index]!.length <= offset; index++) start += texts[index]!.length;
    return { group, index, start };
  }

  textAt({ group, index }: ChunkPlace): string {
    return this.groups[group]!.texts[index]!;
  }

  tokensAt({ group, index }: ChunkPlace): number {
    return this.groups[group]!.tokens[index]!;
  }

  /** The chunk before this one, if there is one. */
  before({ start }: ChunkPlace): ChunkPlace | undefined {
    return start === 0 ? undefined : this.locate(start - 1);
  }

  /** The chunk behind this one, if there is one. */
  behind(place: ChunkPlace): ChunkPlace | undefined {
    const end = place.start + this.textAt(place).length;
    return end === this.unitTotal ? undefined : this.locate(end);
  }

  /** The text of the chunks from `first` to `last`. */
  textOf(first: ChunkPlace, last: ChunkPlace): string {
    const parts: string[] = [];
    for (let group = first.group; group <= last.group; group++) {
      const from = group === first.group ? first.index : 0;
      const to = group === last.group ? last.index + 1 : undefined;
      parts.push(this.groups[group]!.texts.slice(from, to).join(''));
    }
    return parts.join('');
  }

  /** Tokens of the chunks that stand before this one. */
  tokensBefore({ group, index }: ChunkPlace): number {
    let sum = 0;
    for (let i = 0; i < group; i++) sum += this.groups[i]!.tokenTotal;
    const { tokens } = this.groups[group]!;
    for (let i = 0; i < index; i++) sum += tokens[i]!;
    return sum;
  }

  /** Puts another text and its tokens in a chunk's place. */
  set(place: ChunkPlace, text: string, tokens: number): void {
    const group = this.groups[place.group]!;
    const grownBy = text.length - this.textAt(place).length;
    const added = tokens - this.tokensAt(place);
    group.texts[place.index] = text;
    group.tokens[place.index] = tokens;
    group.units += grownBy;
    group.tokenTotal += added;
    this.unitTotal += grownBy;
    this.tokenTotal += added;
  }

  /** Puts other chunks in the place of those from `first` to `last`. */
  replace(first: ChunkPlace, last: ChunkPlace, texts: readonly string[], tokens: readonly number[]): void {
    const [head, tail] = [this.groups[first.group]!, this.groups[last.group]!];
    const made = createGroups(
      [...head.texts.slice(0, first.index), ...texts, ...tail.texts.slice(last.index + 1)],
      [...head.tokens.slice(0, first.index), ...tokens, ...tail.tokens.slice(last.index + 1)],
    );
    const gone = this.groups.splice(first.group, last.group - first.group + 1, ...made);
    if (this.groups.length === 0) this.groups.push(createGroup([''], [0]));
    for (const { units, tokenTotal } of made) {
      this.unitTotal += units;
      this.tokenTotal += tokenTotal;
    }
    for (const { units, tokenTotal } of gone) {
      this.unitTotal -= units;
      this.tokenTotal -= tokenTotal;
    }
  }
}

/** One group of up to twice the usual size, so that one that was just cut does not have to be cut again soon; or several. */
function createGroups(texts: string[], tokens: number[]): Group[] {
  if (texts.length === 0) return [];
  if (texts.length <= 2 * GROUP_CHUNKS) return [createGroup(texts, tokens)];
  const groups: Group[] = [];
  for (let at = 0; at < texts.length; at += GROUP_CHUNKS) {
    groups.push(createGroup(texts.slice(at, at + GROUP_CHUNKS), tokens.slice(at, at + GROUP_CHUNKS)));
  }
  return groups;
}

function createGroup(texts: string[], tokens: number[]): Group {
  return {
    texts,
    tokens,
    units: texts.reduce((sum, text) => sum + text.length, 0),
    tokenTotal: tokens.reduce((sum, count) => sum + count, 0),
  };
}
