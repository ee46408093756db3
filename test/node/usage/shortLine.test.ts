import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFormat } from '../../../src/core/usage/sources/sources.ts';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { readLog } from '../../../src/node/usage/readLog.ts';
import { createShortLine } from '../../../src/node/usage/shortLine.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { claudeLine } from '../../core/usage/sources/claudeLine.ts';
import { makeFolder } from '../temporaryFolder.ts';

const format = findFormat('claudeCode', 'transcript');
if (format.kind !== 'lines') throw new Error('no lines');
const shortLine = createShortLine(format);
const shorten = (text: string) => {
  const bytes = Buffer.from(`before${text}after`);
  return shortLine(bytes, 6, bytes.length - 5);
};
const without = (line: Readonly<Record<string, unknown>>) => ({
  ...line,
  message: { ...(line['message'] as object), content: [] },
});
const TRAP = '],"stop_reason":"';
const LONG = 'x'.repeat(300);

async function readLines(lines: readonly string[]) {
  const home = makeFolder({
    '.claude/projects/p/a.jsonl': `${'{"type":"mode"}\n'.repeat(9)}${lines.join('\n')}\n`,
  });
  const [log] = findLogs(placesOfHome(home));
  if (log === undefined) throw new Error('no log');
  return readLog(log);
}

describe('a short line', () => {
  it('is the line without the blocks of its response', () => {
    const line = claudeLine({ content: [{ type: 'text', text: `${TRAP} 日本 ${LONG}` }] });
    expect(shorten(JSON.stringify(line))).toEqual(without(line));
  });

  it('is none where the response is not final, little would be left out, or what matters stands elsewhere', () => {
    const content = [{ type: 'text', text: LONG }];
    expect(shorten(JSON.stringify(claudeLine({ content, stopReason: null })))).toBeUndefined();
    expect(shorten(JSON.stringify(claudeLine({})))).toBeUndefined();
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
});
