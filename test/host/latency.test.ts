import { equal, ok } from 'node:assert/strict';
import { Position, window, workspace } from 'vscode';
import { LiveMeter } from '../../src/host/liveMeter.ts';
import { openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { workerPath } from './support/extension.ts';
import { startClean } from './support/scope.ts';

const KEYSTROKES = 300;
/** 120 keys a second: a key that is held down, or a program that types. */
const BETWEEN_KEYSTROKES_MS = 8;

describe('the time from a change to its count', () => {
  startClean();

  for (const [name, length] of [
    ['1 MB', 1_000_000],
    ['10 MB', 10_000_000],
  ] as const) {
    // Measured, not judged: other programs share the machine.
    it(`in a document of ${name}`, async function () {
      this.timeout(60_000);
      const editor = await openUntitled(writeCode(length));
      const log = window.createOutputChannel('Token Meter Tests', { log: true });
      const typed: number[] = [];
      const forwarded: number[] = [];
      const counted: number[] = [];
      const typing = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === editor.document && contentChanges.length > 0) typed.push(performance.now());
      });
      const meter = new LiveMeter(workerPath(), 'o200k_base', log);
      // Listeners are called in order: between the one before the meter and this one, the meter holds up the thread.
      const forwarding = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === editor.document && contentChanges.length > 0) forwarded.push(performance.now());
      });
      await eventually(() => ok(meter.state.file), 30_000);
      const start = meter.state.file?.tokens ?? 0;
      // Every keystroke adds one token, so that the count tells which keystrokes are in it.
      meter.onDidChange(() => {
        const known = (meter.state.file?.tokens ?? start) - start;
        while (counted.length < known) counted.push(performance.now());
      });
      for (let keystroke = 0; keystroke < KEYSTROKES; keystroke += 1) {
        await editor.edit((edit) => edit.insert(new Position(1, 1), ' x'));
        await pause(BETWEEN_KEYSTROKES_MS);
      }
      await eventually(() => equal(counted.length, KEYSTROKES), 20_000);
      for (const part of [typing, forwarding, meter, log]) part.dispose();
      const since = (times: readonly number[]) => times.map((ms, index) => ms - typed[index]!);
      const [latency, blocked] = [since(counted), since(forwarded)].map(describeLatencies);
      this.test!.title += `: ${latency}; the thread was held up for ${blocked}`;
    });
  }
});

/** Code and some text, no two lines alike; the second line is the one that is typed in. */
function writeCode(length: number): string {
  const lines = ['// start', 'x'];
  for (let size = 10, index = 0; size < length; index += 1) {
    const line = `export const value${index} = compute(${(index * 7919) % 1000}, "größe ${index}"); // see 漢字 ${index}`;
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join('\n');
}

function describeLatencies(latenciesMs: readonly number[]): string {
  const sorted = latenciesMs.toSorted((x, y) => x - y);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2);
  return `median ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
