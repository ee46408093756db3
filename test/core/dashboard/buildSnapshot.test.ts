import { describe, expect, it } from 'vitest';
import { buildBuilderSnapshot } from '../../../src/core/dashboard/builderSnapshot.ts';
import { buildSnapshot } from '../../../src/core/dashboard/buildSnapshot.ts';
import { findModel, MODELS } from '../../../src/core/models/catalogue.ts';
import type { ModelInfo } from '../../../src/core/models/modelInfo.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { countForModel } from '../../../src/core/tokens/tokenCount.ts';
import { parseHostMessage } from '../../../src/protocol/hostMessage.ts';
import { builderSource } from './builderSource.ts';

function model(id: string): ModelInfo {
  const found = findModel(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const NOW = Date.UTC(2026, 11, 1);
const builder = buildBuilderSnapshot(builderSource());

describe('buildSnapshot', () => {
  it('has a row for each thing that is counted, with its price and share of the window', () => {
    const sonnet = model('claude-sonnet-5');
    const count = countForModel({ tokens: 100_000, mix: CODE_ONLY }, sonnet.tokenizer);
    expect(buildSnapshot(sonnet, { scope: { name: '3 files', count }, file: { name: 'a.ts' } }, NOW)).toEqual(
      {
        model: {
          label: 'Claude Sonnet 5',
          vendor: 'Anthropic',
          contextWindow: 1_000_000,
          inputPricePerMillion: 2,
          outputPricePerMillion: 10,
        },
        pricesDate: '2026-11-22',
        pricesAgeDays: 9,
        encoding: 'o200k_base',
        rows: [
          { subject: 'file', name: 'a.ts' },
          {
            subject: 'scope',
            name: '3 files',
            count: { tokens: 157_000, accuracy: 'calibrated', bandPercent: 8 },
            costUsd: 0.314,
            windowShare: 0.157,
          },
        ],
      },
    );
  });

  it('leaves out what is unknown of a model', () => {
    const { price: _price, contextWindow: _window, ...rest } = model('gpt-5.4');
    const snapshot = buildSnapshot(
      rest,
      {
        file: { name: 'a', count: countForModel({ tokens: 5, mix: CODE_ONLY }, rest.tokenizer) },
      },
      NOW,
    );
    expect(snapshot.model).toEqual({ label: 'GPT-5.4', vendor: 'OpenAI' });
    expect(snapshot.rows).toEqual([
      { subject: 'file', name: 'a', count: { tokens: 5, accuracy: 'exact', bandPercent: 0 } },
    ]);
  });

  it('passes the protocol with a path of any length, and keeps its end', () => {
    const name = `${'long/'.repeat(900)}end.ts`;
    const snapshot = {
      ...buildSnapshot(model('gpt-5.4'), { file: { name } }, NOW),
      view: { tab: 'now', builder, checklist: [], variants: { cards: [], rows: [] }, budgets: [] },
    };
    expect(parseHostMessage({ type: 'snapshot', snapshot })).toBeDefined();
    expect(snapshot.rows[0]?.name).toMatch(/^….*long\/end\.ts$/);
    expect(snapshot.rows[0]?.name).toHaveLength(400);
  });

  it('passes the protocol for every model, as it would arrive in the webview', () => {
    for (const each of MODELS) {
      const count = countForModel({ tokens: 1234, mix: CODE_ONLY }, each.tokenizer);
      const meter = buildSnapshot(each, { file: { name: 'x', count }, selection: { name: 'x', count } }, NOW);
      const snapshot = {
        ...meter,
        view: { tab: 'now', builder, checklist: [], variants: { cards: [], rows: [] }, budgets: [] },
      };
      const message = structuredClone({ type: 'snapshot', snapshot });
      expect(parseHostMessage(message)).toEqual(message);
    }
  });
});
