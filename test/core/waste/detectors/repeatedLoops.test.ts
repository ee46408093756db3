import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const run = { target: 'go test', inputHash: 'x' };

describe('loops without a change', () => {
  it('are found, with all of the calls that did nothing else', () => {
    const session = goldenSession().call();
    for (let times = 0; times < 3; times++) session.use(50, run, { hash: 'fail', isError: true }).call();
    // The second and the third run: two calls of 10,000 tokens of input and 100 of output.
    expect(detect('repeatedLoops', session)).toMatchObject([
      { tokens: 20_200, kind: 'measured', title: 'go test failed 3 times in the same way' },
    ]);
  });

  it('are none when something was changed, when the result is another, or when a person has spoken', () => {
    const edited = goldenSession().call().use(50, run, { hash: 'a' }).call().edit('/p/a.ts').call();
    expect(
      detect('repeatedLoops', edited.use(50, run, { hash: 'a' }).call().use(50, run, { hash: 'a' })),
    ).toEqual([]);
    const other = goldenSession()
      .call()
      .use(50, run, { hash: 'a' })
      .call()
      .use(50, run, { hash: 'b' })
      .call();
    expect(detect('repeatedLoops', other.use(50, run, { hash: 'a' }).call())).toEqual([]);
    const asked = goldenSession().call().use(50, run, { hash: 'a' }).call().use(50, run, { hash: 'a' });
    expect(detect('repeatedLoops', asked.prompt().call().use(50, run, { hash: 'a' }).call())).toEqual([]);
  });

  it('leave out the calls that did something else as well', () => {
    const session = goldenSession().call().use(50, run, { hash: 'a' }).call().use(50, run, { hash: 'a' });
    session.read('/p/a.ts', 10).call().use(50, run, { hash: 'a' }).call();
    expect(detect('repeatedLoops', session)).toMatchObject([{ tokens: 10_100 }]);
  });

  it('are called waiting where a command is polled', () => {
    const poll = {
      tool: 'write_stdin',
      target: 'write_stdin',
      inputHash: 'poll',
      commandScope: 'wait' as const,
    };
    const session = goldenSession();
    for (let times = 0; times < 4; times++) session.call().use(30, poll, { hash: 'running' });
    expect(detect('repeatedLoops', session)).toMatchObject([{ title: '3 calls only waited for a command' }]);
  });
});
