import { Worker } from 'node:worker_threads';
import type { Answers, FromWorker, LiveDocumentCount, Question, ToWorker } from './workerMessages.ts';

export type CountingWorkerEvents = {
  onCount(count: LiveDocumentCount): void;
  /** The worker has lost its copy of a document, or of all when `id` is absent: open again what is on screen. */
  onLost(id?: string): void;
  onCrash(error: Error): void;
};

type Pending = {
  message: ToWorker;
  asked: number;
  resolve(answer: Answers[Question['ask']]): void;
  reject(error: Error): void;
  onProgress: ((share: number) => void) | undefined;
};

/** One worker thread, started on first use and again after a crash; questions under way are asked again, once. */
export class CountingWorker {
  private worker: Worker | undefined;
  private disposed = false;
  private nextQuestionId = 1;
  private readonly pending = new Map<number, Pending>();
  private readonly path: string;
  private readonly events: CountingWorkerEvents;

  /** `path` is the worker's bundle. */
  constructor(path: string, events: CountingWorkerEvents) {
    this.path = path;
    this.events = events;
  }

  send(message: ToWorker): void {
    if (!this.disposed) this.start().postMessage(message);
  }

  /** Rejects with `signal.reason` when aborted, and with the worker's message when it failed. */
  ask<Q extends Question>(
    question: Q,
    signal?: AbortSignal,
    onProgress?: (share: number) => void,
  ): Promise<Answers[Q['ask']]> {
    const questionId = this.nextQuestionId++;
    const message: ToWorker = { type: 'question', questionId, question };
    const { promise, resolve, reject } = Promise.withResolvers<Answers[Question['ask']]>();
    this.pending.set(questionId, { message, asked: 1, resolve, reject, onProgress });
    signal?.addEventListener('abort', () => {
      if (!this.pending.delete(questionId)) return;
      this.send({ type: 'cancel', questionId });
      reject(signal.reason);
    });
    this.send(message);
    // The worker answers a question of kind Q with an answer of kind Q: `findAnswer` in worker.ts.
    return promise as Promise<Answers[Q['ask']]>;
  }

  dispose(): void {
    this.disposed = true;
    void this.worker?.terminate();
    this.worker = undefined;
  }

  private start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(this.path);
    worker.on('message', (message: FromWorker) => this.receive(message));
    worker.on('error', (error) => this.restart(worker, error));
    worker.on('exit', (code) => this.restart(worker, new Error(`exit code ${code}`)));
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private receive(message: FromWorker): void {
    if (message.type === 'counted') return this.events.onCount(message.count);
    if (message.type === 'lost') return this.events.onLost(message.id);
    const pending = this.pending.get(message.questionId);
    if (pending === undefined) return;
    if (message.type === 'progress') return pending.onProgress?.(message.share);
    this.pending.delete(message.questionId);
    if (message.type === 'answer') pending.resolve(message.answer);
    else pending.reject(new Error(message.message));
  }

  private restart(crashed: Worker, error: Error): void {
    if (this.worker !== crashed || this.disposed) return;
    this.worker = undefined;
    this.events.onCrash(error);
    this.events.onLost();
    for (const [questionId, pending] of this.pending) {
      pending.asked += 1;
      if (pending.asked === 2) {
        this.send(pending.message);
        continue;
      }
      // Asked twice, crashed twice: the question is probably what crashes the worker.
      this.pending.delete(questionId);
      pending.reject(error);
    }
  }
}
