import { Worker } from 'node:worker_threads';
import { createDeferred } from '../createDeferred.ts';
import { ROOMY_HEAP } from '../leanHeap.ts';
import type {
  Answers,
  FromWorker,
  LiveDocumentCount,
  Question,
  ToWorker,
  WorkerStart,
} from './workerMessages.ts';

export type CountingWorkerEvents = {
  onCount?(count: LiveDocumentCount): void;
  /** The worker has lost its copy of a document, or of all when `id` is absent: open again what is on screen. */
  onLost?(id?: string): void;
  onCrash?(error: Error): void;
};

export type CountingWorkerOptions = WorkerStart & {
  /** A thread that has had nothing to do for so long ends and gives back its memory, the vocabulary's included. */
  idleMs?: number;
};

type Pending = {
  message: ToWorker;
  asked: number;
  resolve(answer: Answers[Question['ask']]): void;
  reject(error: Error): void;
  onProgress: ((share: number) => void) | undefined;
};

const TEN_MINUTES_MS = 10 * 60 * 1000;

/** One worker thread, started on first use, after it was idle, and after a crash; then questions under way are asked again, once. */
export class CountingWorker {
  private worker: Worker | undefined;
  private disposed = false;
  private nextQuestionId = 1;
  private idle: NodeJS.Timeout | undefined;
  private readonly pending = new Map<number, Pending>();
  private readonly path: string;
  private readonly events: CountingWorkerEvents;
  private readonly options: CountingWorkerOptions;

  /** `path` is the worker's bundle. */
  constructor(path: string, events: CountingWorkerEvents, options: CountingWorkerOptions = {}) {
    this.path = path;
    this.events = events;
    this.options = options;
  }

  send(message: ToWorker): void {
    if (this.disposed) return;
    this.start().postMessage(message);
    this.postponeIdle();
  }

  /** Rejects with `signal.reason` when aborted, and with the worker's message when it failed. */
  ask<Q extends Question>(
    question: Q,
    signal?: AbortSignal,
    onProgress?: (share: number) => void,
  ): Promise<Answers[Q['ask']]> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const questionId = this.nextQuestionId++;
    const message: ToWorker = { type: 'question', questionId, question };
    const { promise, resolve, reject } = createDeferred<Answers[Question['ask']]>();
    const cancel = () => {
      if (!this.pending.delete(questionId)) return;
      this.send({ type: 'cancel', questionId });
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', cancel);
    void promise.catch(() => undefined).finally(() => signal?.removeEventListener('abort', cancel));
    this.pending.set(questionId, { message, asked: 1, resolve, reject, onProgress });
    this.send(message);
    this.worker?.ref();
    // The worker answers a question of kind Q with an answer of kind Q: `findAnswer` in worker.ts.
    return promise as Promise<Answers[Q['ask']]>;
  }

  dispose(): void {
    this.disposed = true;
    this.end();
    for (const { reject } of this.pending.values()) reject(new Error('The counting worker was stopped.'));
    this.pending.clear();
  }

  private start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const { cacheFolder } = this.options;
    const workerData: WorkerStart = cacheFolder === undefined ? {} : { cacheFolder };
    const worker = new Worker(this.path, { workerData, resourceLimits: ROOMY_HEAP });
    worker.on('message', (message: FromWorker) => this.receive(message));
    worker.on('error', (error) => this.restart(worker, error));
    worker.on('exit', (code) => this.restart(worker, new Error(`exit code ${code}`)));
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private end(): void {
    clearTimeout(this.idle);
    this.idle = undefined;
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
  }

  private postponeIdle(): void {
    this.idle ??= setTimeout(() => this.endWhenIdle(), this.options.idleMs ?? TEN_MINUTES_MS).unref();
    this.idle.refresh();
  }

  private endWhenIdle(): void {
    if (this.pending.size > 0) this.postponeIdle();
    else this.end();
  }

  private receive(message: FromWorker): void {
    if (message.type === 'counted') return this.events.onCount?.(message.count);
    if (message.type === 'lost') return this.events.onLost?.(message.id);
    const pending = this.pending.get(message.questionId);
    if (pending === undefined) return;
    if (message.type === 'progress') return pending.onProgress?.(message.share);
    this.pending.delete(message.questionId);
    // Only a question under way keeps the process alive.
    if (this.pending.size === 0) this.worker?.unref();
    if (message.type === 'answer') pending.resolve(message.answer);
    else pending.reject(new Error(message.message));
  }

  private restart(crashed: Worker, error: Error): void {
    if (this.worker !== crashed || this.disposed) return;
    this.worker = undefined;
    this.events.onCrash?.(error);
    this.events.onLost?.();
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
