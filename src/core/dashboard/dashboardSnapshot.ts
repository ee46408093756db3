import { inputCostUsd } from '../cost/inputCostUsd.ts';
import { CATALOGUE_DATE } from '../models/catalogue.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { TokenCount } from '../tokens/tokenCount.ts';

/** What the dashboard counts: the three things that could be sent next. */
export const DASHBOARD_SUBJECTS = ['file', 'selection', 'scope'] as const;
export type DashboardSubject = (typeof DASHBOARD_SUBJECTS)[number];

/** `name` says which file or how large a scope; `count` is absent while unknown, `costUsd` for an unpriced model. */
export type DashboardRow = {
  subject: DashboardSubject;
  name: string;
  count?: TokenCount;
  costUsd?: number;
  /** Share of the model's context window, 0 to 1 and beyond. */
  windowShare?: number;
};

/** The one thing the webview draws, always whole. */
export type DashboardSnapshot = {
  model: { label: string; vendor: string; contextWindow?: number; inputPricePerMillion?: number };
  /** The day the price table was checked, ISO. */
  pricesDate: string;
  encoding: string;
  rows: DashboardRow[];
};

/** What was counted of each subject; `count` in the model's own tokens. */
export type Measured = Partial<Record<DashboardSubject, { name: string; count?: TokenCount }>>;

export function buildSnapshot(model: ModelInfo, measured: Measured): DashboardSnapshot {
  const { label, vendor, contextWindow, price } = model;
  return {
    model: {
      label,
      vendor,
      ...(contextWindow !== undefined && { contextWindow }),
      ...(price !== undefined && { inputPricePerMillion: price.inputPricePerMillion }),
    },
    pricesDate: CATALOGUE_DATE,
    encoding: model.tokenizer.encoding,
    rows: DASHBOARD_SUBJECTS.flatMap((subject) => {
      const found = measured[subject];
      return found === undefined ? [] : [buildRow(model, subject, found.name, found.count)];
    }),
  };
}

function buildRow(
  model: ModelInfo,
  subject: DashboardSubject,
  name: string,
  count?: TokenCount,
): DashboardRow {
  if (count === undefined) return { subject, name };
  const costUsd = inputCostUsd(count.tokens, model.price);
  return {
    subject,
    name,
    count,
    ...(costUsd !== undefined && { costUsd }),
    ...(model.contextWindow !== undefined && { windowShare: count.tokens / model.contextWindow }),
  };
}
