import { Worker } from 'node:worker_threads';
import { createDeferred } from '../createDeferred.ts';
import { LEAN_HEAP } from '../leanHeap.ts';
import type {
  FromUsageWorker,
  ToUsageWorker,
  UsageAnswers,
  UsageQuestion,
  UsageServiceStart,
  UsageStatus,
} from './usageMessages.ts';

const IDLE_MS = 60_000;

export type UsageClientOptions = Omit<UsageServiceStart, 'role'> & {
  /** After so long without a question and without a follower the thread ends. A minute by default. */
  idleMs?: number;
};

type Pending = {
  resolve: (answer: UsageAnswers[UsageQuestion['ask']]) => void;
  reject: (error: Error) => void;
};

/** The host's side of the usage ledger: a thread that starts on first use and ends when nobody needs it. */
export class UsageClient {
  private readonly options: UsageClientOptions;
  private worker: Worker | undefined;
  private idle: NodeJS.Timeout | undefined;
  private nextQuestionId = 1;
  private readonly pending = new Map<number, Pending>();
  private readonly followers = new Set<(status: UsageStatus) => void>();

  constructor(options: UsageClientOptions) {
    this.options = options;
  }

  /** Rejects with the thread's message when it failed, for one that the ledger is locked. */
  ask<Q extends UsageQuestion>(question: Q): Promise<UsageAnswers[Q['ask']]> {
    const questionId = this.nextQuestionId++;
    const { promise, resolve, reject } = createDeferred<UsageAnswers[UsageQuestion['ask']]>();
    this.pending.set(questionId, { resolve, reject });
    this.send({ type: 'question', questionId, question });
    // The thread answers a question of kind Q with an answer of kind Q: `UsageService.answer`.
    return promise as Promise<UsageAnswers[Q['ask']]>;
  }

  /** Logs are followed as long as somebody does; `onStatus` is called with every change of the ledger, whichever window made it. */
  follow(onStatus: (status: UsageStatus) => void): { dispose: () => void } {
    this.followers.add(onStatus);
    if (this.followers.size === 1) this.send({ type: 'follow', isFollowed: true });
    return {
      dispose: () => {
        if (this.followers.delete(onStatus) && this.followers.size === 0) {
          this.send({ type: 'follow', isFollowed: false });
        }
      },
    };
  }

  dispose(): void {
    this.followers.clear();
    this.end();
  }

  private send(message: ToUsageWorker): void {
    const worker = this.worker ?? this.startWorker();
    worker.postMessage(message);
    if (this.pending.size > 0) worker.ref();
    this.postponeIdle();
  }

  private startWorker(): Worker {
    const { idleMs: _, ...start } = this.options;
    const workerData: UsageServiceStart = { role: 'service', ...start };
    const worker = new Worker(start.workerPath, { workerData, resourceLimits: LEAN_HEAP });
    worker.on('message', (message: FromUsageWorker) => this.receive(message));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', (code) => this.lose(worker, new Error(`The usage thread ended with code ${code}.`)));
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private receive(message: FromUsageWorker): void {
    if (message.type === 'status') {
      for (const tell of this.followers) tell(message.status);
      return;
    }
    const pending = this.pending.get(message.questionId);
    this.pending.delete(message.questionId);
    // Only a question under way keeps the process alive.
    if (this.pending.size === 0) this.worker?.unref();
    if (message.type === 'answer') pending?.resolve(message.answer);
    else pending?.reject(new Error(message.message));
  }

  /** What was asked fails; followers are served again by the next thread. */
  private lose(lost: Worker, error: Error): void {
    if (this.worker !== lost) return;
    this.worker = undefined;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
    // At once would be a loop where the thread dies of its start.
    if (this.followers.size > 0) setTimeout(() => this.resume(), this.options.idleMs ?? IDLE_MS).unref();
  }

  private resume(): void {
    if (this.followers.size > 0 && this.worker === undefined) this.send({ type: 'follow', isFollowed: true });
  }

  private postponeIdle(): void {
    this.idle ??= setTimeout(() => this.endWhenIdle(), this.options.idleMs ?? IDLE_MS).unref();
    this.idle.refresh();
  }

  private endWhenIdle(): void {
    if (this.pending.size > 0 || this.followers.size > 0) this.postponeIdle();
    else this.end();
  }

  private end(): void {
    clearTimeout(this.idle);
    this.idle = undefined;
    const { worker } = this;
    this.worker = undefined;
    for (const { reject } of this.pending.values()) reject(new Error('The usage thread was stopped.'));
    this.pending.clear();
    void worker?.terminate();
  }
}
