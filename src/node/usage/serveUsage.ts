import { type MessagePort, threadId } from 'node:worker_threads';
import type { FromUsageWorker, ToUsageWorker, UsageServiceStart } from './usageMessages.ts';
import { UsageService } from './usageService.ts';

/** Answers the messages of one host, until it ends the thread. */
export async function serveUsage(start: UsageServiceStart, port: MessagePort): Promise<void> {
  const send = (message: FromUsageWorker) => port.postMessage(message);
  const service = await UsageService.open(start, createOwner(), (status) => send({ type: 'status', status }));
  port.on('message', (message: ToUsageWorker) => {
    if (message.type === 'follow') return service.follow(message.isFollowed);
    const { questionId, question } = message;
    service.answer(question).then(
      (answer) => send({ type: 'answer', questionId, answer }),
      (error: unknown) => {
        send({
          type: 'failure',
          questionId,
          message: error instanceof Error ? error.message : String(error),
        });
      },
    );
  });
}

/** A name that no other window has. */
function createOwner(): string {
  return `${process.pid}.${threadId}.${Math.random().toString(36).slice(2)}`;
}
