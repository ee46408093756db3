import { deepEqual, equal, match } from 'node:assert/strict';
import { fileItem } from '../../src/core/context/scopeItem.ts';
import { createLog } from '../../src/host/log.ts';
import { ScopeStore } from '../../src/host/scopeStore.ts';
import { VariantStore } from '../../src/host/variantStore.ts';
import { CountingWorker } from '../../src/node/counting/countingWorker.ts';
import { countTokens } from './support/countTokens.ts';
import { workerPath } from './support/extension.ts';
import { hearMessages } from './support/messages.ts';
import { copyText, run, startClean } from './support/scope.ts';
import { storageOf } from './support/storage.ts';
import { makeFolder } from './support/workspaceFolder.ts';

describe('variants of a scope', () => {
  startClean();
  const { warnings } = hearMessages();
  const folder = makeFolder({ 'a.ts': 'let a = 1;\n'.repeat(40), 'b.ts': 'größe 漢字\n'.repeat(40) });
  const opened: { dispose(): void }[] = [];
  afterEach(() => {
    for (const part of opened.splice(0).reverse()) part.dispose();
  });
  const open = (storage = storageOf(new Map())) => {
    const counter = new CountingWorker(workerPath(), { onCrash: () => undefined });
    const store = new ScopeStore(storage, counter, 'o200k_base', createLog());
    const variants = new VariantStore(storage, store, counter);
    opened.push(counter, store, variants);
    return { store, variants };
  };

  it('are counted in both vocabularies as their text is when they are kept', async () => {
    await run('addToScope', folder.uri('b.ts'));
    const text = await copyText();
    const { store, variants } = open();
    await store.replace([fileItem(folder.uri('b.ts').fsPath)]);
    await variants.keep('A');
    const { counts, fileCount } = variants.variants.A!;
    deepEqual(
      [counts.o200k_base.tokens, counts.cl100k_base.tokens, fileCount],
      [countTokens(text), countTokens(text, 'cl100k_base'), 1],
    );
  });

  it('are kept with score and task, and become the scope again', async () => {
    const storage = storageOf(new Map());
    const { store, variants } = open(storage);
    await store.replace([fileItem(folder.uri('a.ts').fsPath)]);
    await store.setTask({ ...store.task, goal: 'First' });
    await variants.keep('A');
    await store.replace([fileItem(folder.uri('b.ts').fsPath)]);
    await variants.keep('B');
    await variants.score('A', 8);
    equal(variants.areScored, false);
    await variants.score('B', 6);
    const again = open(storage);
    equal(again.variants.areScored, true);
    deepEqual(again.variants.variants, variants.variants);
    await again.variants.use('A');
    deepEqual(
      [again.store.scope.map(({ id }) => id), again.store.task.goal],
      [[fileItem(folder.uri('a.ts').fsPath).id], 'First'],
    );
    await again.store.undo();
    deepEqual(
      again.store.scope.map(({ id }) => id),
      [fileItem(folder.uri('b.ts').fsPath).id],
    );
  });

  it('say so when there is nothing to keep', async () => {
    await run('keepVariantA');
    match(warnings[0] ?? '', /^Token Meter: The scope is empty: there is nothing to keep\./);
  });
});
