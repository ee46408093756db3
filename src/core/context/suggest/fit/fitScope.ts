import type { GatedText } from '../../gates/applyGates.ts';
import type { ScopeDocument } from '../../render/scopeDocument.ts';
import type { LineRange } from '../../scopeItem.ts';
import { folderOf, nameOf } from '../graph/pathTable.ts';
import { cutExcerpt } from './cutExcerpt.ts';
import { nameLine } from './nameLine.ts';
import { type Piece, renderPieces } from './pieces.ts';
import { shortenOutline } from './shortenOutline.ts';

/** A file that may go in; the most likely to be needed come first. */
export type Candidate = {
  path: string;
  /** Of the whole file. */
  tokens: number;
  names: readonly string[];
  /** A file at hand: it comes as far as it fits, before all others. */
  isSeed: boolean;
  /** Only ever named: lock files, generated code. */
  isBulk: boolean;
};

export type FitTools = {
  countTokens(text: string): number;
  render(documents: readonly ScopeDocument[]): string;
  /** What the rendered whole passes before it is counted. */
  gate(text: string): GatedText;
  /** `undefined` when it cannot be read any more. */
  readText(path: string): string | undefined;
  /** Signatures without bodies; `undefined` when there is none. */
  outlineOf(path: string): string | undefined;
  /** Words of the task, by which excerpts and names are chosen. */
  words: ReadonlySet<string>;
};

export type Fitted = { pieces: Piece[]; gated: GatedText; totalTokens: number };

/** Shares of the budget, tried on the bench: what is opened is edited, so it comes first; then outlines of many find more than a few in full. */
const SHARES = {
  /** All files at hand, and one of them. */
  seeds: 0.4,
  seed: 0.35,
  /** Of what is left then: names of the files that come after those with an outline. */
  names: 0.28,
  /** Of what is left then, for one file: in full; and as an outline, which gets less the later it comes. */
  full: 0.15,
  outline: 0.055,
} as const;

/** Chooses how much of which file goes in. The text it gives never counts more than `budget`. */
export function fitScope(candidates: readonly Candidate[], budget: number, tools: FitTools): Fitted {
  const fitting = new Fitting(candidates, tools);
  fitting.takeSeeds(budget);
  fitting.takeOutlines((budget - fitting.spent) * (1 - SHARES.names));
  fitting.takeNames(budget - fitting.spent);
  return fitting.finish(budget);
}

/** The pieces chosen so far, by candidate, with what they cost as far as costs can be added. */
class Fitting {
  spent = 0;
  private readonly pieces = new Map<Candidate, Piece>();
  private readonly candidates: readonly Candidate[];
  private readonly tools: FitTools;
  private readonly namedFolders = new Set<string>();

  constructor(candidates: readonly Candidate[], tools: FitTools) {
    this.candidates = candidates;
    this.tools = tools;
  }

  takeSeeds(budget: number): void {
    const seeds = this.candidates.filter(({ isSeed }) => isSeed);
    for (const [index, seed] of seeds.entries()) {
      const room = index === 0 ? budget * SHARES.seed : budget * SHARES.seeds - this.spent;
      // With little room the first file may have all of it: something of it is better than names of others.
      const last = index === 0 ? budget - LEAST_REST : 0;
      const piece = this.bestPiece(seed, room) ?? this.bestPiece(seed, Math.min(last, LEAST_BUDGET));
      if (piece !== undefined) this.put(seed, piece);
    }
  }

  /** Names of the files that come next, as many as there is room for. */
  takeNames(room: number): void {
    const end = this.spent + room;
    for (const candidate of this.candidates) {
      if (end - this.spent < LEAST_NAMES) return;
      if (this.pieces.has(candidate)) continue;
      const piece = this.namesPiece(candidate);
      if (piece !== undefined && this.spent + piece.tokens <= end) this.put(candidate, piece);
    }
  }

  /** The files that come first: a few in full, then less and less of each. */
  takeOutlines(room: number): void {
    const end = this.spent + room;
    let place = 0;
    for (const candidate of this.candidates) {
      if (candidate.isBulk || this.pieces.has(candidate)) continue;
      place += 1;
      const left = end - this.spent;
      if (place > MOST_OUTLINES || left < LEAST_OUTLINE) return;
      const piece = this.pieceFor(candidate, room, left, place);
      if (piece !== undefined) this.put(candidate, piece);
    }
  }

  /** The rendered whole. What is too much after all goes, the least important first. */
  finish(budget: number): Fitted {
    const kept = this.candidates.flatMap((candidate) => this.pieces.get(candidate) ?? []);
    for (;;) {
      const gated = this.tools.gate(renderPieces(kept, this.tools.render));
      const totalTokens = this.tools.countTokens(gated.text);
      if (totalTokens <= budget) return { pieces: kept, gated, totalTokens };
      for (let over = totalTokens - budget; over > 0; ) over -= Math.max(1, kept.pop()?.tokens ?? over);
    }
  }

  private put(candidate: Candidate, piece: Piece): void {
    this.spent += piece.tokens - (this.pieces.get(candidate)?.tokens ?? 0);
    this.pieces.set(candidate, piece);
    if (piece.detail === 'names') this.namedFolders.add(folderOf(candidate.path));
  }

  /** In full when it is among the first or short; else its outline; of a text that declares nothing, what it says about the task, if anything. */
  private pieceFor(candidate: Candidate, room: number, left: number, place: number): Piece | undefined {
    const share = Math.max(LEAST_OUTLINE, (room * SHARES.outline) / Math.sqrt(place));
    const small = Math.min(left, share);
    const large = place <= MOST_FULL ? Math.min(left, room * SHARES.full) : small;
    const whole = this.fullPiece(candidate, Math.max(small, large));
    if (whole !== undefined) return whole;
    const hasOutline = this.tools.outlineOf(candidate.path) !== undefined;
    return hasOutline ? this.outlinePiece(candidate, small) : this.excerptPiece(candidate, small, true);
  }

  /** Of a file at hand: what is to be edited is better in its own words. */
  private bestPiece(candidate: Candidate, room: number): Piece | undefined {
    if (candidate.isBulk) return undefined;
    return (
      this.fullPiece(candidate, room) ??
      this.excerptPiece(candidate, room) ??
      this.outlinePiece(candidate, room)
    );
  }

  private fullPiece(candidate: Candidate, room: number): Piece | undefined {
    if (candidate.tokens > room) return undefined;
    const text = this.tools.readText(candidate.path);
    return text === undefined || text === '' ? undefined : this.documentPiece(candidate, 'full', text, room);
  }

  private outlinePiece(candidate: Candidate, room: number): Piece | undefined {
    const whole = this.tools.outlineOf(candidate.path);
    if (whole === undefined) return undefined;
    const { words, countTokens } = this.tools;
    const text = shortenOutline(whole, words, room - this.headTokens(candidate), countTokens);
    return text === undefined ? undefined : this.documentPiece(candidate, 'outline', text, room);
  }

  /** With `isAsked` only where a word of the task stands: the start of any file is its licence. */
  private excerptPiece(candidate: Candidate, room: number, isAsked = false): Piece | undefined {
    const text = this.tools.readText(candidate.path);
    if (text === undefined || room < LEAST_EXCERPT) return undefined;
    const { words, countTokens } = this.tools;
    const excerpt = cutExcerpt(text, words, room - this.headTokens(candidate), countTokens);
    if (excerpt === undefined || (isAsked && !excerpt.hasWords)) return undefined;
    return this.documentPiece(candidate, 'excerpt', excerpt.text, room, excerpt.lines);
  }

  /** What a document costs beside its text. */
  private headTokens({ path }: Candidate): number {
    const empty = this.tools.render([{ path, lines: ANY_LINES, detail: 'excerpt', text: '\n' }]);
    return this.tools.countTokens(empty) + 1;
  }

  private documentPiece(
    { path }: Candidate,
    detail: 'full' | 'excerpt' | 'outline',
    text: string,
    room: number,
    lines?: LineRange,
  ): Piece | undefined {
    const document = {
      path,
      text,
      ...(lines !== undefined && { lines }),
      ...(detail !== 'full' && { detail }),
    };
    const tokens = this.tools.countTokens(this.tools.render([document])) + 1;
    return tokens > room ? undefined : { path, detail, tokens, document };
  }

  private namesPiece({ path, names }: Candidate): Piece | undefined {
    const line = nameLine(nameOf(path), names, this.tools.words);
    if (line === undefined) return undefined;
    const folder = this.namedFolders.has(folderOf(path)) ? '' : `${folderOf(path)}/\n`;
    return { path, detail: 'names', tokens: this.tools.countTokens(`${folder}${line}\n`), line };
  }
}

/** Below this neither a line of names nor an excerpt says anything. */
const LEAST_NAMES = 8;
const LEAST_EXCERPT = 30;
/** For the heading of the names. */
const LEAST_REST = 20;
/** Up to here a budget goes to the first file alone. */
const LEAST_BUDGET = 400;
/** So many files beside those at hand may come in full. */
const MOST_FULL = 2;
/** Heading and a few lines. */
const LEAST_OUTLINE = 60;
/** Each costs time: it has to be read and parsed. */
const MOST_OUTLINES = 200;
const ANY_LINES = { startLine: 1_000, endLine: 2_000 };
