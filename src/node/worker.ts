import { parentPort } from 'node:worker_threads';
import { loadCounter } from '../core/tokens/vocabulary.ts';
import { countLargeFile } from './counting/countLargeFile.ts';
import { LiveDocuments } from './counting/liveDocuments.ts';
import type { Answers, FromWorker, Question, ToWorker } from './counting/workerMessages.ts';
import { measureScope } from './scope/measureScope.ts';

// The entry of every worker thread: one keeps the live documents, another one reads and counts files.

const documents = new LiveDocuments((count) => send({ type: 'counted', count }));
const underWay = new Map<number, AbortController>();

parentPort?.on('message', receive);

function receive(message: ToWorker): void {
  switch (message.type) {
    case 'open':
      return documents.open(message.id, message.version, message.encoding, message.text);
    case 'change':
      if (!documents.change(message.id, message.version, message.changes))
        send({ type: 'lost', id: message.id });
      return;
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
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ type: 'failure', questionId, message });
  } finally {
    underWay.delete(questionId);
  }
}

async function findAnswer(
  question: Question,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<Answers[Question['ask']]> {
  switch (question.ask) {
    case 'scope': {
      const { measured, text } = await measureScope(question.request, signal);
      return question.withText ? { measured, text } : { measured };
    }
    case 'text':
      return (await loadCounter(question.encoding)).countTokens(question.text);
    case 'file':
      return countLargeFile(question.path, await loadCounter(question.encoding), report, signal);
    default:
      return question satisfies never;
  }
}

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}
