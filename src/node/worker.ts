import { parentPort, workerData } from 'node:worker_threads';
import { adviseScope } from '../core/advice/adviseScope.ts';
import { countConcise } from '../core/advice/countConcise.ts';
import type { GatedText } from '../core/context/gates/applyGates.ts';
import { stripInvisible } from '../core/context/gates/findInvisible.ts';
import type { ParsedSource } from '../core/context/outline/sourceSymbol.ts';
import { reduceAndCount } from '../core/context/reduce/reduceAndCount.ts';
import { countText } from '../core/tokens/countText.ts';
import type { TokenCounter } from '../core/tokens/tokenCounter.ts';
import { lintText, readInstructions } from './advice/lintText.ts';
import { createCounterLoader } from './counting/counterLoader.ts';
import { countFile } from './counting/countFile.ts';
import { countLargeFile } from './counting/countLargeFile.ts';
import { FileCounter } from './counting/fileCounter.ts';
import { LiveDocuments } from './counting/liveDocuments.ts';
import type { Answers, FromWorker, Question, ToWorker, WorkerStart } from './counting/workerMessages.ts';
import { gateText } from './gates/gateText.ts';
import { LostParserError } from './outline/lostParserError.ts';
import { createSourceParser } from './outline/parseSource.ts';
import { Baseline } from './scope/baseline.ts';
import { measureScope } from './scope/measureScope.ts';
import type { ScopeTools } from './scope/scopeTools.ts';
import { ScopeSuggester } from './suggest/scopeSuggester.ts';

// The entry of every worker thread: one keeps the live documents, one measures scopes, and its pool counts files.

const { cacheFolder } = workerData as WorkerStart;
const loadCounter = createCounterLoader(__dirname);
const parseSource = createSourceParser(__dirname);
const files = new FileCounter({ loadCounter, workerPath: __filename, cacheFolder });
const tools: ScopeTools = { files, loadCounter, parseSource: parseForScope };
let isParserLost = false;
const documents = new LiveDocuments(
  loadCounter,
  (count) => send({ type: 'counted', count }),
  (id) => send({ type: 'lost', id }),
);
const suggester = new ScopeSuggester({ loadCounter, parseSource: parseForScope, cacheFolder });
let baseline: Baseline | undefined;
const underWay = new Map<number, AbortController>();

parentPort?.on('message', receive);

function receive(message: ToWorker): void {
  switch (message.type) {
    case 'open':
      return void documents.open(message.id, message.version, message.encoding, message.text);
    case 'change':
      return documents.change(message.id, message.version, message.changes);
    case 'select':
      return documents.select(message.id, message.ranges);
    case 'close':
      return documents.close(message.id);
    case 'question':
      return void answerQuestion(message.questionId, message.question);
    case 'cancel':
      return underWay.get(message.questionId)?.abort();
    default:
      message satisfies never;
  }
}

async function answerQuestion(questionId: number, question: Question): Promise<void> {
  const controller = new AbortController();
  underWay.set(questionId, controller);
  const report = (share: number) => send({ type: 'progress', questionId, share });
  try {
    const answer = await findAnswer(question, report, controller.signal);
    send({ type: 'answer', questionId, answer });
  } catch (error) {
    // The question is asked again in the thread that takes this one's place.
    if (error instanceof LostParserError) process.exit(1);
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ type: 'failure', questionId, message });
  } finally {
    underWay.delete(questionId);
  }
}

/** The editor shows each of them, and its thread takes them apart. */
const MOST_ADVICE_PER_CHECK = 50;

async function findAnswer(
  question: Question,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<Answers[Question['ask']]> {
  if (question.ask === 'scope') {
    if (isParserLost) throw new LostParserError();
    const read = await measureScope(question.request, tools, signal);
    // What leaves is gated by whoever hands it out.
    const { measured, text, places } = read;
    return question.withText ? { measured, text, places } : { measured };
  }
  if (question.ask === 'advise') {
    const { request, facts } = question;
    const read = await measureScope(request, tools, signal);
    const counter = await loadCounter(request.encoding);
    const [root] = request.roots;
    const instructions = root === undefined ? [] : readInstructions(root.path);
    return adviseScope(request, read, { ...facts, instructions, countTokens: counter.countTokens });
  }
  if (question.ask === 'baseline') {
    const { roots, encoding, changed } = question;
    if (baseline?.isAbout(roots, encoding) !== true) baseline = new Baseline(roots, encoding, files);
    return baseline.measure(changed, signal, report);
  }
  if (question.ask === 'index') {
    const { workspace, changed } = question;
    if (changed === undefined) {
      await suggester.refresh(workspace, report, signal);
      // Nobody waits for it, and who asks will find out what went wrong.
      void suggester.warmUp(workspace).catch(() => undefined);
    } else await suggester.updateFiles(workspace, changed, signal);
    return undefined;
  }
  if (question.ask === 'suggest') return suggester.suggest(question.workspace, question.request);
  if (question.ask === 'source') return parseSource(question.path, question.text);
  const counter = await loadCounter(question.encoding);
  switch (question.ask) {
    case 'text':
      return countText(counter, question.text);
    case 'gate': {
      const gated = gateText(question.text, question.passes);
      const invisibleTokens = countInvisible(question.text, gated, counter);
      return { ...gated, count: countText(counter, gated.text), invisibleTokens };
    }
    case 'reduce':
      return reduceAndCount(counter, question);
    case 'lint':
      return lintText(question.request, counter, MOST_ADVICE_PER_CHECK);
    case 'concise':
      return countConcise(question.text, counter);
    case 'offsets':
      return counter.encodeOffsets(question.text, question.maxTokens);
    case 'largeFile':
      return countLargeFile(question.path, counter, report, signal);
    case 'files':
      return question.paths.map((path) => countFile(path, counter));
    default:
      return question satisfies never;
  }
}

/** A scope goes without the outlines that a lost parser cannot make: asked again, it would be lost again. The next scope gets a new thread. */
async function parseForScope(path: string, text: string): Promise<ParsedSource | undefined> {
  try {
    return await parseSource(path, text);
  } catch (error) {
    if (!(error instanceof LostParserError)) throw error;
    isParserLost = true;
    return undefined;
  }
}

function countInvisible(text: string, { invisible }: GatedText, counter: TokenCounter): number {
  if (invisible.length === 0) return 0;
  return counter.countTokens(text) - counter.countTokens(stripInvisible(text));
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}
