import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const whole = { target: 'npm test', commandScope: 'wholeWorkflow' as const };

describe('full runs after small changes', () => {
  it('are found from the third one on', () => {
    const session = goldenSession().call().use(1000, whole);
    for (let times = 0; times < 3; times++) session.call().edit('/p/a.ts').call().use(1000, whole);
    // Carried through four, two and no calls: the first run comes before any change and is none.
    session.call();
    expect(detect('workflowReruns', session)).toMatchObject([
      { tokens: 9000, title: 'npm test was run in full 3 times after changes to a file or two' },
    ]);
  });

  it('are none after larger changes, for a part of the tests, and when they say nothing', () => {
    const large = goldenSession().call().use(1000, whole);
    for (let times = 0; times < 3; times++) {
      large.call().edit('/p/a.ts').edit('/p/b.ts').edit('/p/c.ts').call().use(1000, whole);
    }
    expect(detect('workflowReruns', large.call())).toEqual([]);
    const part = goldenSession().call();
    const silent = goldenSession().call();
    for (let times = 0; times < 4; times++) {
      part
        .call()
        .edit('/p/a.ts')
        .call()
        .use(1000, { ...whole, commandScope: 'partOfWorkflow' });
      silent.call().edit('/p/a.ts').call().use(100, whole);
    }
    expect(detect('workflowReruns', part.call())).toEqual([]);
    expect(detect('workflowReruns', silent.call())).toEqual([]);
  });

  it('are none where each was asked for', () => {
    const session = goldenSession().prompt().call().use(1000, whole);
    for (let times = 0; times < 5; times++) {
      session.prompt().call().edit('/p/a.ts').call().use(1000, whole);
    }
    expect(detect('workflowReruns', session.call())).toEqual([]);
  });
});
