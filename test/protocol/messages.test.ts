import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHostMessage } from '../../src/protocol/hostMessage.ts';
import { parseWebviewMessage, WEBVIEW_COMMANDS } from '../../src/protocol/webviewMessage.ts';

const ROW = { subject: 'file', name: 'a', count: { tokens: 5, accuracy: 'exact', bandPercent: 0 } };
const SNAPSHOT = {
  model: { label: 'M', vendor: 'V' },
  pricesDate: '2026-11-22',
  encoding: 'o200k_base',
  rows: [ROW],
};

describe('webview messages', () => {
  it('are the closed commands and nothing else', () => {
    for (const type of WEBVIEW_COMMANDS) expect(parseWebviewMessage({ type })).toEqual({ type });
    for (const bad of [
      { type: 'copyscope' },
      { type: 'ready', path: '/etc/passwd' },
      ['ready'],
      null,
      'ready',
      {},
    ]) {
      expect(parseWebviewMessage(bad)).toBeUndefined();
    }
  });

  it('never throws and never lets anything else through', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (data) => {
        const message = parseWebviewMessage(data);
        if (message !== undefined) expect(WEBVIEW_COMMANDS).toContain(message.type);
        parseHostMessage(data);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('host messages', () => {
  it('are whole snapshots', () => {
    const message = { type: 'snapshot', snapshot: SNAPSHOT };
    expect(parseHostMessage(message)).toEqual(message);
  });

  it.each([
    ['negative tokens', { ...ROW, count: { ...ROW.count, tokens: -1 } }],
    ['a number that is none', { ...ROW, count: { ...ROW.count, tokens: Number.NaN } }],
    ['tokens as text', { ...ROW, count: { ...ROW.count, tokens: '5' } }],
    ['an unknown accuracy', { ...ROW, count: { ...ROW.count, accuracy: 'sure' } }],
    ['an unknown subject', { ...ROW, subject: 'everything' }],
    ['a field too many', { ...ROW, html: '<b>' }],
    ['an infinite cost', { ...ROW, costUsd: Number.POSITIVE_INFINITY }],
  ])('are dropped with %s', (_what, row) => {
    expect(parseHostMessage({ type: 'snapshot', snapshot: { ...SNAPSHOT, rows: [row] } })).toBeUndefined();
  });
});
