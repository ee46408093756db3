import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CHOICES } from '../../src/core/dashboard/findings/findingChoices.ts';
import { buildFindingsSnapshot } from '../../src/core/dashboard/findings/findingsSnapshot.ts';
import { createWasteFinder } from '../../src/core/waste/wasteFinder.ts';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { parseWebviewMessage } from '../../src/protocol/webviewMessage.ts';
import { goldenSession } from '../fixtures/waste/goldenSession.ts';
import { METER, mutations } from './mutateJson.ts';

const toMessage = (findings: object) => ({
  type: 'snapshot',
  snapshot: { ...METER, view: { tab: 'findings', findings } },
});

function snapshot(name = 'a.ts') {
  const session = goldenSession()
    .call()
    .read(`/p/${name}`, 9000, { hash: 'same', firstLine: 1, lineCount: 9 });
  session.call().read(`/p/${name}`, 9000, { hash: 'same' }).calls(20);
  const { findings, spentUsd } = createWasteFinder().find(session.records, session.events);
  const effect = {
    detector: 'repeatedReads',
    project: '/p',
    atMs: 5,
    verdict: 'partly',
    tokensPerCallBefore: 2.5,
    callsAfter: 9,
  } as const;
  return buildFindingsSnapshot(
    { findings, spentUsd, effects: [effect] },
    { ...NO_CHOICES, mutedProjects: ['/q'], notUseful: ['x'] },
  );
}

describe('a snapshot of findings', () => {
  it('gets through whole, whatever files are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const message = toMessage(snapshot(name));
        expect(parseHostMessage(message)).toEqual(message);
      }),
    );
  });

  it('is dropped with anything else in any place', () => {
    fc.assert(
      fc.property(mutations(toMessage(snapshot())), (mutated) => {
        expect(parseHostMessage(mutated)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what a page says of findings', () => {
  it.each([
    { kind: 'notUseful', id: 'a' },
    { kind: 'act', id: 'a' },
    { kind: 'unmuteDetector', detector: 'junkFolders' },
    { kind: 'unmuteProject', project: '/p' },
    { kind: 'restoreNotUseful' },
  ])('gets through: %j', (change) => {
    const message = { type: 'changeFindings', change };
    expect(parseWebviewMessage(message)).toEqual(message);
  });

  it.each([
    { kind: 'act', id: 'a', path: '/etc/passwd' },
    { kind: 'act' },
    { kind: 'open', id: 'a' },
    { kind: 'unmuteDetector', detector: 'anything' },
  ])('is dropped: %j', (change) => {
    expect(parseWebviewMessage({ type: 'changeFindings', change })).toBeUndefined();
  });
});
