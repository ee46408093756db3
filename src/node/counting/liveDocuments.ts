import { CODE_ONLY, type ContentMix, measureContentMix } from '../../core/tokens/contentMix.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import { LiveCount } from '../../core/tokens/liveCount.ts';
import type { TextChange } from '../../core/tokens/textChange.ts';
import type { CounterLoader } from './counterLoader.ts';
import type { LiveDocumentCount, OffsetRange } from './workerMessages.ts';

type LiveDocument = {
  version: number;
  live: LiveCount;
  mix: ContentMix;
  /** Length of the text when the mix was measured. */
  mixLength: number;
};

/** What arrived for a document whose vocabulary is still being loaded, in the order in which it arrived. */
type Waiting = (() => void)[];

/** The worker's copies of the documents on screen, each with a count that follows its edits. */
export class LiveDocuments {
  private readonly documents = new Map<string, LiveDocument>();
  private readonly waiting = new Map<string, Waiting>();
  private readonly loadCounter: CounterLoader;
  private readonly report: (count: LiveDocumentCount) => void;
  private readonly reportLost: (id: string) => void;

  /** `reportLost` asks for a document's whole text again. */
  constructor(
    loadCounter: CounterLoader,
    report: (count: LiveDocumentCount) => void,
    reportLost: (id: string) => void,
  ) {
    this.loadCounter = loadCounter;
    this.report = report;
    this.reportLost = reportLost;
  }

  async open(id: string, version: number, encoding: EncodingName, text: string): Promise<void> {
    const waiting: Waiting = [];
    this.waiting.set(id, waiting);
    const counter = await this.loadCounter(encoding);
    if (this.waiting.get(id) !== waiting) return; // Opened again or closed since.
    this.waiting.delete(id);
    const live = new LiveCount(counter, text);
    this.documents.set(id, { version, live, mix: measureContentMix(text), mixLength: text.length });
    this.report(this.countOf(id, []));
    for (const replay of waiting) replay();
  }

  /** Applies one change event. One that does not follow on the version held here means that an event was lost. */
  change(id: string, version: number, changes: readonly TextChange[]): void {
    if (this.mustWait(id, () => this.change(id, version, changes))) return;
    const document = this.documents.get(id);
    if (document === undefined || version !== document.version + 1) return this.lose(id);
    try {
      document.live.apply(changes);
    } catch {
      return this.lose(id); // The changes do not fit the text held here.
    }
    document.version = version;
    this.followMix(document);
    this.report(this.countOf(id, []));
  }

  select(id: string, ranges: readonly OffsetRange[]): void {
    if (this.mustWait(id, () => this.select(id, ranges))) return;
    if (this.documents.has(id)) this.report(this.countOf(id, ranges));
    else this.lose(id);
  }

  close(id: string): void {
    this.documents.delete(id);
    this.waiting.delete(id);
  }

  private mustWait(id: string, replay: () => void): boolean {
    return this.waiting.get(id)?.push(replay) !== undefined;
  }

  private lose(id: string): void {
    this.documents.delete(id);
    this.reportLost(id);
  }

  private countOf(id: string, ranges: readonly OffsetRange[]): LiveDocumentCount {
    const { version, live, mix } = this.documents.get(id) as LiveDocument;
    const count = { id, version, count: { tokens: live.total, mix } };
    if (ranges.length === 0) return count;
    const tokens = ranges.reduce((sum, { start, end }) => sum + live.countRange(start, end), 0);
    return { ...count, selected: { tokens, mix } };
  }

  /** The mix is measured again once the text has grown or shrunk by a tenth: a keystroke does not change it. */
  private followMix(document: LiveDocument): void {
    const { live, mixLength } = document;
    if (Math.abs(live.length - mixLength) <= mixLength / 10) return;
    document.mix = live.length === 0 ? CODE_ONLY : measureContentMix(live.textOf());
    document.mixLength = live.length;
  }
}
