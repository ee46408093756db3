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
});
