import { describe, expect, it } from 'vitest';
import { fileItem, folderItem } from '../../../src/core/context/scopeItem.ts';
import { buildBuilderSnapshot } from '../../../src/core/dashboard/builderSnapshot.ts';
import { buildSnapshot } from '../../../src/core/dashboard/buildSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { parseHostMessage } from '../../../src/protocol/hostMessage.ts';
import { builderSource, codeTokens, FILE, measuredFile } from './builderSource.ts';

const FOLDER = folderItem('/w/src');
const exact = (tokens: number) => ({ tokens, accuracy: 'exact', bandPercent: 0 });

describe('buildBuilderSnapshot', () => {
  it('shows what an item comes to, and what one that is left out would come to', () => {
    const files = [measuredFile(10), measuredFile(5, { excluded: true })];
    const { items } = buildBuilderSnapshot(
      builderSource([
        { item: FOLDER, files },
        { item: { ...FILE, checked: false }, files: [measuredFile(7, { excluded: true })] },
      ]),
    );
    expect(items.map(({ count, note }) => ({ count, note }))).toEqual([
      { count: exact(10), note: '1 file' },
      { count: exact(7), note: '' },
    ]);
  });

  it('shows no number for what is skipped or not counted yet, and says why', () => {
    const { count: _count, ...skipped } = measuredFile(1, { skip: 'binary' });
    const [item] = buildBuilderSnapshot(builderSource([{ item: FILE, files: [skipped] }])).items;
    expect(item).not.toHaveProperty('count');
    expect(item?.note).toBe('binary file');
    const unknown = buildBuilderSnapshot(
      builderSource([{ item: FILE, files: [measuredFile(1)] }], { measured: undefined }),
    );
    expect(unknown.items[0]).not.toHaveProperty('count');
    expect(unknown).not.toHaveProperty('parts');
  });

  it('splits the prompt where its stable part ends', () => {
    const { parts } = buildBuilderSnapshot(builderSource());
    expect(parts).toEqual({ stable: exact(30), volatile: exact(70) });
  });

  it('prices what would be sent without a scope', () => {
    const { workspace, openFiles } = buildBuilderSnapshot(
      builderSource([], { workspace: { files: 9, count: codeTokens(100_000) } }),
    );
    expect(workspace).toEqual({ files: 9, count: exact(100_000), costUsd: 0.25 });
    expect(openFiles).toBeUndefined();
  });

  it('passes the protocol however many and however long its items are', () => {
    const found = Array.from({ length: 1000 }, (_, index) => ({
      item: fileItem(`/w/${'long/'.repeat(300)}${index}.ts`),
      files: [measuredFile(1)],
    }));
    const builder = buildBuilderSnapshot(builderSource(found));
    expect([builder.items.length, builder.moreItems]).toEqual([200, 800]);
    const snapshot = {
      ...buildSnapshot(findModel('gpt-5.4')!, {}, 0),
      view: { tab: 'now', builder, checklist: [], variants: { cards: [], rows: [] }, budgets: [] },
    };
    expect(parseHostMessage({ type: 'snapshot', snapshot })).toEqual({ type: 'snapshot', snapshot });
  });
});
