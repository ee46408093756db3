import { setImmediate } from 'node:timers/promises';
import { countInPieces } from '../../core/tokens/countInPieces.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import { loadCounter } from '../../core/tokens/vocabulary.ts';
import { applyChanges, type TextChange } from './liveText.ts';
import type { LiveDocumentCount, OffsetRange } from './workerMessages.ts';

type LiveDocument = {
  id: string;
  version: number;
  encoding: EncodingName;
  text: string;
  ranges: readonly OffsetRange[];
  /** Tokens of the whole text, as long as it has not changed since. */
  tokens?: number;
};

/** The worker's copies of the documents on screen, each with a count that follows its edits. */
export class LiveDocuments {
  private readonly documents = new Map<string, LiveDocument>();
  private readonly report: (count: LiveDocumentCount) => void;

  constructor(report: (count: LiveDocumentCount) => void) {
    this.report = report;
  }

  open(id: string, version: number, encoding: EncodingName, text: string): void {
    this.replace({ id, version, encoding, text, ranges: [] });
  }

  /** False when the change does not follow on the version held here: the document must be opened again. */
  change(id: string, version: number, changes: readonly TextChange[]): boolean {
    const document = this.documents.get(id);
    if (document === undefined || version !== document.version + 1) return false;
    const { encoding, text } = document;
    this.replace({ id, version, encoding, text: applyChanges(text, changes), ranges: [] });
    return true;
  }

  select(id: string, ranges: readonly OffsetRange[]): void {
    const document = this.documents.get(id);
    if (document !== undefined) this.replace({ ...document, ranges });
  }

  close(id: string): void {
    this.documents.delete(id);
  }

  /** Each change makes a new object, so that a count that is under way sees that it has become old. */
  private replace(document: LiveDocument): void {
    this.documents.set(document.id, document);
    void this.count(document);
  }

  private async count(document: LiveDocument): Promise<void> {
    const { id, version, encoding, text, ranges } = document;
    const counter = await loadCounter(encoding);
    const isCurrent = () => this.documents.get(id) === document;
    const countText = (part: string) =>
      countInPieces(part, counter, async () => {
        await setImmediate();
        if (!isCurrent()) throw new Superseded();
      });
    try {
      await setImmediate();
      if (!isCurrent()) return;
      document.tokens ??= await countText(text);
      if (ranges.length === 0) return this.report({ id, version, tokens: document.tokens });
      let selectedTokens = 0;
      for (const { start, end } of ranges) selectedTokens += await countText(text.slice(start, end));
      this.report({ id, version, tokens: document.tokens, selectedTokens });
    } catch (error) {
      if (!(error instanceof Superseded)) throw error;
    }
  }
}

class Superseded extends Error {}
