import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

function explore(session: ReturnType<typeof goldenSession>) {
  session.prompt().call();
  for (let file = 0; file < 16; file++) session.read(`/p/${file}.ts`, 2000);
  session.call();
  for (let file = 0; file < 5; file++) session.edit(`/p/${file}.ts`);
  return session;
}

describe('planning and patching in one loop', () => {
  it('is found with what was read and not changed, in the calls that patched', () => {
    const session = explore(goldenSession()).calls(15);
    // Eleven of sixteen files were not changed: 22,000 tokens are too few.
    expect(detect('mixedMode', session)).toEqual([]);
    const wide = goldenSession().prompt().call();
    for (let file = 0; file < 20; file++) wide.read(`/p/${file}.ts`, 2000);
    wide.call();
    for (let file = 0; file < 5; file++) wide.edit(`/p/${file}.ts`);
    expect(detect('mixedMode', wide.calls(15))).toMatchObject([{ tokens: 15 * 30_000, kind: 'estimated' }]);
  });

  it('is none with a cheaper model', () => {
    const wide = goldenSession({ model: 'claude-haiku-4-5' }).prompt().call();
    for (let file = 0; file < 20; file++) wide.read(`/p/${file}.ts`, 2000);
    wide.call();
    for (let file = 0; file < 5; file++) wide.edit(`/p/${file}.ts`);
    expect(detect('mixedMode', wide.calls(15))).toEqual([]);
  });

  it('is none for what was read to make the very change that was asked for, or to write down a plan', () => {
    const session = goldenSession().prompt().calls(2).prompt().call();
    for (let file = 0; file < 20; file++) session.read(`/p/${file}.ts`, 2000);
    session.call();
    for (let file = 0; file < 5; file++) session.edit(`/p/out/${file}.ts`);
    expect(detect('mixedMode', session.calls(20))).toEqual([]);
    const plan = goldenSession().prompt().call();
    for (let file = 0; file < 20; file++) plan.read(`/p/${file}.ts`, 2000);
    plan.call();
    for (let file = 0; file < 5; file++) plan.edit('/tmp/plan.md');
    expect(detect('mixedMode', plan.calls(20))).toEqual([]);
  });

  it('is found where the patch was asked for after the plan', () => {
    const session = goldenSession().prompt().call();
    for (let file = 0; file < 16; file++) session.read(`/p/${file}.ts`, 2000);
    session.call().prompt().call();
    for (let file = 0; file < 5; file++) session.edit(`/p/out/${file}.ts`);
    expect(detect('mixedMode', session.calls(20))).toMatchObject([{ tokens: 20 * 32_000 }]);
  });
});
