import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { Advice, AdviceTokens } from '../core/advice/advice.ts';
import type { CheckId } from '../core/advice/checkIds.ts';
import { sayTokens } from '../core/advice/sayTokens.ts';
import { sayMessage } from '../core/message.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { isPromptLintEnabled, onDidChangePromptLint } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import { isLinted } from './lintedDocuments.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import { settleDelayMs } from './settleDelay.ts';

/** What was found in a document, at one of its versions. */
export type LintedDocument = { version: number; advice: readonly Advice[] };

const SERIOUS: ReadonlySet<CheckId> = new Set<CheckId>(['secrets', 'invisibleText', 'contradictoryLines']);

/** Shows what to change in prompts and instructions as diagnostics of the documents on the screen. Nothing is read while the setting is off. */
export class PromptLint implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly collection: DiagnosticCollection;
  private readonly linted = new Map<string, LintedDocument>();
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; sinceMs: number }>();
  private readonly worker: CountingWorker;
  private readonly meter: Meter;
  private readonly log: Log;

  constructor(worker: CountingWorker, meter: Meter, log: Log) {
    this.worker = worker;
    this.meter = meter;
    this.log = log;
    this.collection = this.ds.add(languages.createDiagnosticCollection('tokenMeter'));
    this.ds.add(onDidChangePromptLint(() => this.restart()));
    this.ds.add(window.onDidChangeVisibleTextEditors(() => this.lintVisible()));
    this.ds.add(workspace.onDidChangeTextDocument(({ document }) => this.lintSoon(document)));
    this.ds.add(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    this.ds.add({ dispose: () => this.stop() });
    this.lintVisible();
  }

  /** What was found in a document as it stands; absent while it has changed since. */
  findLinted(document: TextDocument): readonly Advice[] | undefined {
    const linted = this.linted.get(document.uri.toString());
    return linted?.version === document.version ? linted.advice : undefined;
  }

  dispose(): void {
    this.ds.dispose();
  }

  private restart(): void {
    this.stop();
    this.collection.clear();
    this.linted.clear();
    this.lintVisible();
  }

  private stop(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private lintVisible(): void {
    for (const { document } of window.visibleTextEditors) {
      if (this.findLinted(document) === undefined) this.lintSoon(document);
    }
  }

  private lintSoon(document: TextDocument): void {
    if (!isPromptLintEnabled() || !isLinted(document)) return;
    const key = document.uri.toString();
    const before = this.waiting.get(key);
    clearTimeout(before?.timer);
    const sinceMs = before?.sinceMs ?? performance.now();
    const timer = setTimeout(() => void this.lint(document), settleDelayMs(sinceMs));
    this.waiting.set(key, { timer, sinceMs });
  }

  private async lint(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    this.waiting.delete(key);
    const { version } = document;
    const { encoding } = this.meter.model.tokenizer;
    const root = workspace.getWorkspaceFolder(document.uri)?.uri.fsPath;
    const text = document.getText();
    if (text.length > MOST_UNITS) return this.collection.delete(document.uri);
    const request = { text, path: document.uri.fsPath, ...(root !== undefined && { root }) };
    try {
      const { advice, count } = await this.worker.ask({ ask: 'lint', encoding, request });
      if (document.isClosed || document.version !== version || !isPromptLintEnabled()) return;
      this.linted.set(key, { version, advice });
      this.collection.set(
        document.uri,
        advice.flatMap((each) =>
          toDiagnostics(each, document, (tokens) => sayTokens(tokens, count.mix, this.meter.model)),
        ),
      );
    } catch (error) {
      this.log.error('A prompt could not be checked.', error);
    }
  }

  private forget(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.waiting.get(key)?.timer);
    this.waiting.delete(key);
    this.linted.delete(key);
    this.collection.delete(document.uri);
  }
}

/** A longer one is data, not a prompt; in UTF-16 units. */
const MOST_UNITS = 1_000_000;
/** More places of one finding than anybody reads. */
const MOST_PLACES = 50;

/** One for each place; what is missing from the whole document stands at its first line. */
function toDiagnostics(
  { check, title, places, tokens }: Advice,
  document: TextDocument,
  say: (tokens: AdviceTokens) => string,
): Diagnostic[] {
  const ranges = places
    .filter((place) => place.in === 'text')
    .slice(0, MOST_PLACES)
    .map(({ start, end }) => new Range(document.positionAt(start), document.positionAt(end)));
  const severity = SERIOUS.has(check) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
  const said = sayMessage(title);
  const text = tokens === undefined ? said : `${said} (${say(tokens)})`;
  return (ranges.length === 0 ? [document.lineAt(0).range] : ranges).map((range) => {
    const diagnostic = new Diagnostic(range, text, severity);
    diagnostic.source = 'Token Meter';
    diagnostic.code = check;
    return diagnostic;
  });
}
