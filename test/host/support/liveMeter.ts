import { equal } from 'node:assert/strict';
import { type LogOutputChannel, type TextDocument, window } from 'vscode';
import type { EncodingName } from '../../../src/core/tokens/encoding.ts';
import { LiveMeter } from '../../../src/host/liveMeter.ts';
import { countTokens } from './countTokens.ts';
import { eventually } from './eventually.ts';
import { workerPath } from './extension.ts';

export type Live = {
  readonly meter: LiveMeter;
  fileTokens(): number | undefined;
  selectedTokens(): number | undefined;
  /** Waits for the count that the oracle gives for the documents as they are then. */
  expectCounted(documents: readonly TextDocument[], encoding?: EncodingName): Promise<void>;
};

/** A meter of the real class with the real worker, anew for each test of the suite around. */
export function followEditors(encoding: EncodingName = 'o200k_base'): Live {
  let meter: LiveMeter | undefined;
  let log: LogOutputChannel | undefined;
  // A worker that has crashed goes unnoticed otherwise: it is started again.
  const errors: string[] = [];
  beforeEach(() => {
    log = window.createOutputChannel('Token Meter Tests', { log: true });
    log.error = (error) => errors.push(String(error));
    meter = new LiveMeter(workerPath(), encoding, log);
  });
  afterEach(() => {
    meter?.dispose();
    log?.dispose();
    equal(errors.splice(0).join(), '');
  });
  const live: Live = {
    get meter() {
      if (meter === undefined) throw new Error('The meter is there while a test runs.');
      return meter;
    },
    fileTokens: () => live.meter.state.file?.tokens,
    selectedTokens: () => live.meter.state.selection?.tokens,
    expectCounted: (documents, name = encoding) =>
      eventually(() => {
        const texts = documents.map((document) => document.getText());
        equal(
          live.fileTokens(),
          texts.reduce((sum, text) => sum + countTokens(text, name), 0),
        );
      }),
  };
  return live;
}
