import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceTree } from './architecture/readSourceTree.ts';
import { collectMessages } from './l10n/collectMessages.ts';
import { findPlainTexts } from './l10n/findPlainTexts.ts';
import { listTables } from './l10n/messageTables.ts';

const ROOT = join(import.meta.dirname, '..');
const BUNDLES = readdirSync(join(ROOT, 'l10n')).map((name) => ({ name, messages: readBundle(name) }));

const sources = readSourceTree(ROOT);
const { messages, computed } = collectMessages(sources);
const tables = listTables(sources);
const known = [...new Set([...messages, ...Object.values(tables).flat()])].sort();

describe('the messages of the code', () => {
  it('are written out, or stand in a table', () => {
    expect(computed).toEqual(Object.keys(tables).sort());
  });

  it('are all that a user reads', () => {
    expect(findPlainTexts(sources)).toEqual([]);
  });
});

describe('the bundles', () => {
  it('are there', () => {
    expect(BUNDLES.map(({ name }) => name)).toEqual(['bundle.l10n.de.json']);
  });

  it.each(BUNDLES)('$name has every message, and no other', ({ messages }) => {
    expect(Object.keys(messages).sort()).toEqual(known);
  });

  it.each(BUNDLES)('$name fills the same holes, and leaves nothing empty', ({ messages }) => {
    const faults = Object.entries(messages).filter(
      ([message, text]) => text.trim() === '' || String(holesOf(text)) !== String(holesOf(message)),
    );
    expect(faults).toEqual([]);
  });
});

describe('what finds the messages', () => {
  it('finds each form, in both branches of a choice', () => {
    const source = `
      l10n.t('a {0}', x); translate(is ? 'b' : ('c' as string)); message(\`d\`); formatPlural(n, 'e');
      translate(TABLE[x]); other('no'); start.translate(0, last); l10n.bundle; translate();`;
    expect(collectMessages(new Map([['src/host/a.ts', source]]))).toEqual({
      messages: ['a {0}', 'b', 'c', 'd', '{0} e', '{0} es'],
      computed: ['src/host/a.ts: TABLE[x]'],
    });
    expect(collectMessages(new Map([['src/cli/a.ts', source]])).messages).toEqual([]);
  });

  it('finds what nobody can translate', () => {
    const page = [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
      'html`<p title="Tip" class="big">Plain ${x} · <!-- not this --> ×</p>`;',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
      "html`<b aria-label=${translate('Fine')} title=${x}>${translate('Fine')}</b>`;",
    ].join('\n');
    const host = `
      window.showInformationMessage('Done'); new UserError(\`Lost \${x}\`); item.label; log.info('For the log');
      const a = { title: 'Title', placeHolder: l10n.t('Fine'), label: '$(add)', command: 'not.shown' };
      window.showWarningMessage('Token Meter: ' + x);`;
    const found = findPlainTexts(
      new Map([
        ['webview/a.ts', page],
        ['src/host/a.ts', host],
        ['src/node/a.ts', host],
      ]),
    );
    expect(found).toEqual([
      'webview/a.ts: Plain',
      'webview/a.ts: Tip',
      'src/host/a.ts: Done',
      'src/host/a.ts: Lost ',
      'src/host/a.ts: Title',
    ]);
  });
});

function holesOf(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}

function readBundle(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(ROOT, 'l10n', name), 'utf8')) as Record<string, string>;
}
