import { deepEqual, equal } from 'node:assert/strict';
import { LatestAnswer } from '../../src/host/latestAnswer.ts';
import { eventually, pause } from './support/eventually.ts';

describe('the latest answer', () => {
  it('is that to the last of several questions, and one is asked at a time', async () => {
    const waiting: ((answer: number) => void)[] = [];
    const told: (number | undefined)[] = [];
    const ask = () => new Promise<number>((resolve) => waiting.push(resolve));
    const answer: LatestAnswer<number> = new LatestAnswer(ask, () => told.push(answer.value), throwIt);
    answer.refresh();
    answer.refresh();
    answer.refresh();
    equal(waiting.length, 1);
    waiting[0]?.(1);
    await eventually(() => equal(waiting.length, 2));
    waiting[1]?.(2);
    await eventually(() => deepEqual(told, [2]));
    await pause();
    equal(waiting.length, 2);
  });

  it('stays when a question fails, and can be asked for again', async () => {
    const failures: unknown[] = [];
    let next: () => Promise<string> = async () => 'known';
    const answer = new LatestAnswer(
      () => next(),
      () => undefined,
      (error) => failures.push(error),
    );
    answer.refresh();
    await eventually(() => equal(answer.value, 'known'));
    next = () => Promise.reject(new Error('locked'));
    answer.refresh();
    await eventually(() => equal(failures.length, 1));
    equal(answer.value, 'known');
    next = async () => 'newer';
    answer.refresh();
    await eventually(() => equal(answer.value, 'newer'));
  });
});

function throwIt(error: unknown): never {
  throw error;
}
