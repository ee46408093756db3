import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

describe('whole repositories', () => {
  it('are found where one command gives all files', () => {
    const session = goldenSession()
      .call()
      .use(20_000, { target: 'repomix', commandScope: 'wholeRepository' })
      .calls(2);
    expect(detect('wholeRepository', session)).toMatchObject([{ tokens: 40_000, subject: 'dump' }]);
  });

  it('are found where file after file is read before the first change', () => {
    const session = goldenSession().call();
    for (let file = 0; file < 30; file++) session.read(`/p/${file}.ts`, 3000);
    session.call().edit('/p/0.ts');
    // All but the file that was changed, in the one call that had them.
    expect(detect('wholeRepository', session)).toMatchObject([
      { tokens: 87_000, title: '30 files were read before the first change, 1 of them were changed' },
    ]);
  });

  it('are none where much of what was read is changed, or little was read', () => {
    const session = goldenSession().call();
    for (let file = 0; file < 30; file++) session.read(`/p/${file}.ts`, 3000);
    session.call();
    for (let file = 0; file < 7; file++) session.edit(`/p/${file}.ts`);
    expect(detect('wholeRepository', session)).toEqual([]);
    const small = goldenSession().call().use(9000, { commandScope: 'wholeRepository' }).call();
    expect(detect('wholeRepository', small)).toEqual([]);
  });
});
