import { describe, expect, it } from 'vitest';
import { addChoice, NO_CHOICES } from '../../../../src/core/dashboard/findings/findingChoices.ts';
import { buildFindingsSnapshot } from '../../../../src/core/dashboard/findings/findingsSnapshot.ts';
import { readFindingChoices } from '../../../../src/core/dashboard/findings/readFindingChoices.ts';
import { message } from '../../../../src/core/message.ts';
import type { Finding } from '../../../../src/core/waste/finding.ts';

function finding(id: string, fields: Partial<Finding> = {}): Finding {
  return {
    id,
    detector: 'repeatedReads',
    title: message('{0} was read again, unchanged', 'a.ts'),
    kind: 'estimated',
    formula: message('{0} tokens', 1200),
    tokens: 6000,
    costUsd: 0.5,
    countedTokens: 4000,
    countedCostUsd: 0.25,
    severity: 'low',
    confidence: 0.9,
    evidence: {
      source: 'claudeCode',
      sessionId: 's',
      project: '/p',
      sessions: 1,
      calls: 3,
      firstMs: 1,
      lastMs: 2,
      items: [
        { name: '/p/a.ts', firstLine: 1, lastLine: 9, timesMs: [1], tokens: 6000, note: message('again') },
      ],
      moreItems: 0,
    },
    action: { kind: 'addToScope', text: message('Put it into the scope'), path: '/p/a.ts' },
    ...fields,
  };
}

const found = (findings: Finding[]) => ({ findings, spentUsd: 20, effects: [] });

describe('findings as the dashboard shows them', () => {
  it('are said in words, with what counts summed by kind', () => {
    const measured = finding('m', { kind: 'measured', countedTokens: 10, countedCostUsd: 1 });
    const snapshot = buildFindingsSnapshot(found([finding('a'), finding('b'), measured]), NO_CHOICES);
    expect(snapshot.rows[0]).toMatchObject({
      label: 'Files read again',
      title: 'a.ts was read again, unchanged',
      formula: '1,200 tokens',
      items: [{ note: 'again' }],
      action: { kind: 'addToScope', text: 'Put it into the scope' },
    });
    expect(snapshot.estimated).toEqual({ findings: 2, tokens: 8000, costUsd: 0.5 });
    expect(snapshot.measured).toEqual({ findings: 1, tokens: 10, costUsd: 1 });
  });

  it('name no path for an action: the host looks it up', () => {
    expect(buildFindingsSnapshot(found([finding('a')]), NO_CHOICES).rows[0]?.action).not.toHaveProperty(
      'path',
    );
  });

  it('show the largest of every kind, however small', () => {
    const many = Array.from({ length: 50 }, (_, at) => finding(`${at}`));
    const small = [
      finding('first', { detector: 'junkFolders' }),
      finding('second', { detector: 'junkFolders' }),
    ];
    const { rows, moreRows } = buildFindingsSnapshot(found([...many, ...small]), NO_CHOICES);
    expect(rows.map(({ id }) => id)).toEqual([...many.slice(0, 39).map(({ id }) => id), 'first']);
    expect(moreRows).toBe(12);
  });

  it('are forty at most, with ten items each', () => {
    const items = Array.from({ length: 20 }, (_, at) => ({ name: `${at}`, timesMs: [] }));
    const many = Array.from({ length: 50 }, (_, at) =>
      finding(`${at}`, { evidence: { ...finding('x').evidence, items, moreItems: 5 } }),
    );
    const { rows, moreRows, estimated } = buildFindingsSnapshot(found(many), NO_CHOICES);
    expect([rows.length, moreRows, estimated.findings]).toEqual([40, 10, 50]);
    expect([rows[0]?.items.length, rows[0]?.moreItems]).toEqual([10, 15]);
  });

  it('leave out and do not sum what is muted, and say what that is', () => {
    const elsewhere = { evidence: { ...finding('x').evidence, project: '/q' } };
    const all = [
      finding('a'),
      finding('b', elsewhere),
      finding('c', { detector: 'junkFolders' }),
      finding('d'),
    ];
    let choices = addChoice(NO_CHOICES, 'muteDetector', finding('c', { detector: 'junkFolders' }), 0);
    choices = addChoice(choices, 'muteProject', finding('b', elsewhere), 0);
    choices = addChoice(choices, 'notUseful', finding('a'), 0);
    const { rows, estimated, muted } = buildFindingsSnapshot(found(all), choices);
    expect(rows.map(({ id }) => id)).toEqual(['d']);
    expect(estimated.findings).toBe(1);
    expect(muted).toEqual([
      { kind: 'detector', detector: 'junkFolders', label: 'Junk folders read' },
      { kind: 'project', project: '/q' },
      { kind: 'notUseful', count: 1 },
    ]);
  });

  it('have no price where there is none', () => {
    const { rows } = buildFindingsSnapshot(found([finding('a', { costUsd: undefined })]), NO_CHOICES);
    expect(rows[0]).not.toHaveProperty('costUsd');
  });
});

describe('what is said of findings', () => {
  it('keeps one action for each kind of waste and project, the latest', () => {
    const first = addChoice(NO_CHOICES, 'take', finding('a'), 1);
    const again = addChoice(first, 'take', finding('b'), 2);
    expect(again.taken).toEqual([{ detector: 'repeatedReads', project: '/p', atMs: 2, seenMs: 2 }]);
  });

  it('is read back, without what this version does not know', () => {
    const choices = addChoice(
      addChoice(NO_CHOICES, 'take', finding('a'), 1),
      'muteDetector',
      finding('a'),
      1,
    );
    expect(readFindingChoices(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
    expect(readFindingChoices({ ...choices, mutedDetectors: ['ofTheFuture'] }).mutedDetectors).toEqual([]);
    expect(readFindingChoices('nonsense')).toEqual(NO_CHOICES);
    expect(readFindingChoices(undefined)).toEqual(NO_CHOICES);
  });
});
