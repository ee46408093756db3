import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinesFormat } from '../../../src/core/usage/sources/logSource.ts';
import { findFormat } from '../../../src/core/usage/sources/sources.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { readLog } from '../../../src/node/usage/readLog.ts';
import { createShortLine } from '../../../src/node/usage/shortLine.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { makeFolder } from '../temporaryFolder.ts';

const format = findFormat('claudeCode', 'transcript');
/** What is read of each line in turn; nothing where it must be parsed whole, or repeats the last one. */
function shortenAll(texts: readonly string[]): {
  lines: Readonly<Record<string, unknown>>[];
  isRead: boolean[];
} {
  const shortLine = createShortLine(format as LinesFormat);
  const lines: Readonly<Record<string, unknown>>[] = [];
  const isRead = texts.map((text) => {
    const bytes = Buffer.from(`before${text}after`);
    return shortLine(bytes, 6, bytes.length - 5, (line) => lines.push(line) > 0);
  });
  return { lines, isRead };
}
const shorten = (text: string) => shortenAll([text]).lines[0];
const without = (line: Readonly<Record<string, unknown>>) => ({
  ...line,
  message: { ...(line['message'] as object), content: [] },
});
const TRAP = '],"stop_reason":"';
const LONG = 'x'.repeat(300);

/** A block of a response as newer versions order it. */
function blockLine(block: {
  id: string;
  outputTokens: unknown;
  second: number;
  isSidechain: boolean;
  stopReason: string | null;
}) {
  const { id, outputTokens, second, isSidechain, stopReason } = block;
  const line = claudeLine({
    id,
    stopReason,
    content: [{ type: 'text', text: LONG }],
    usage: { output_tokens: outputTokens },
  });
  const { cwd, sessionId, message } = line;
  const timestamp = new Date(Date.UTC(2026, 6, 1, 12, 0, second)).toISOString();
  return JSON.stringify({
    parentUuid: null,
    isSidechain,
    message,
    type: 'assistant',
    uuid: 'u',
    timestamp,
    cwd,
    sessionId,
  });
}

async function readLines(lines: readonly string[], wantsEvents = false) {
  const home = makeFolder({
    '.claude/projects/p/a.jsonl': `${'{"type":"mode"}\n'.repeat(9)}${lines.join('\n')}\n`,
  });
  const [log] = findLogs(placesOfHome(home));
  if (log === undefined) throw new Error('no log');
  return readLog(log, undefined, wantsEvents);
}

describe('a short line', () => {
  it('is the line without the blocks of its response', () => {
    const line = claudeLine({ content: [{ type: 'text', text: `${TRAP} 日本 ${LONG}` }] });
    expect(shorten(JSON.stringify(line))).toEqual(without(line));
  });

  it('is none where the response is not final, or what matters stands elsewhere', () => {
    const content = [{ type: 'text', text: LONG }];
    expect(shorten(JSON.stringify(claudeLine({ content, stopReason: null })))).toBeUndefined();
    expect(shorten(JSON.stringify(claudeLine({ content, id: null })))).toBeUndefined();
  });

  it('differs in nothing but the blocks, whatever they hold', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(TRAP, '"content":[', '"usage":{"output_tokens":9}', '\\"', LONG),
    );
    const input = fc.dictionary(
      fc.constantFrom('content', 'stop_reason', 'usage', 'id', 'a'),
      fc.oneof(text, fc.array(text)),
    );
    const block = fc.oneof(
      text.map((each) => ({ type: 'text', text: each + LONG })),
      input.map((each) => ({ type: 'tool_use', id: 't', name: 'n', input: { ...each, LONG } })),
    );
    const line = fc.array(block, { maxLength: 3 }).map((content) => claudeLine({ content }));
    fc.assert(
      fc.property(line, (each) => {
        const short = shorten(JSON.stringify(each));
        if (short !== undefined) expect(without(short)).toEqual(without(each));
      }),
      { numRuns: 1000 },
    );
  });

  it('is not put together from half a line and the next one', async () => {
    const content = [{ type: 'text', text: LONG }];
    const torn = JSON.stringify(claudeLine({ id: 'msg_torn', content, usage: { output_tokens: 1 } }));
    const next = JSON.stringify(claudeLine({ id: 'msg_next', content, usage: { output_tokens: 2 } }));
    for (let cut = 1; cut < torn.length; cut += 7) {
      const { records } = await readLines([torn.slice(0, cut) + next]);
      expect(records.map(({ key, outputTokens }) => [key, outputTokens])).toEqual([['claude:msg_next', 2]]);
    }
  });

  it('is passed over where it is one more block of the same response', () => {
    const block = { id: 'msg_1', outputTokens: 9, second: 1, isSidechain: false, stopReason: 'tool_use' };
    const texts = [
      block,
      { ...block, second: 2 },
      { ...block, second: 0 },
      { ...block, second: 3, outputTokens: 10 },
      { ...block, second: 4, isSidechain: true },
      { ...block, second: 5, id: 'msg_2' },
    ].map(blockLine);
    const { lines, isRead } = shortenAll(texts);
    expect(isRead).toEqual(texts.map(() => true));
    expect(lines.map(({ timestamp }) => String(timestamp).slice(17, 19))).toEqual([
      '01',
      '00',
      '03',
      '04',
      '05',
    ]);
  });

  it('tells what the whole lines tell, however blocks follow each other, torn or of wrong types', async () => {
    const block = fc.record({
      id: fc.constantFrom('msg_1', 'msg_2'),
      outputTokens: fc.constantFrom(5, 50, '50'),
      second: fc.nat(5),
      isSidechain: fc.boolean(),
      stopReason: fc.constantFrom(null, 'end_turn'),
    });
    const piece = fc.record({ block, cut: fc.option(fc.nat(900), { freq: 4 }), hasEnd: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const text = pieces.map((each) => {
          const line = blockLine(each.block);
          return each.cut === null ? `${line}\n` : `${line.slice(0, each.cut)}${each.hasEnd ? '\n' : ''}`;
        });
        const [short, whole] = [await readLines([text.join('')]), await readLines([text.join('')], true)];
        expect(short.records).toEqual(whole.records);
        expect(short.checkpoint.skips.wrongTypes ?? 0).toBeLessThanOrEqual(
          whole.checkpoint.skips.wrongTypes ?? 0,
        );
      }),
      { numRuns: 150 },
    );
  });
});
