import { inputCostUsd } from '../cost/inputCostUsd.ts';
import { CATALOGUE_DATE } from '../models/catalogue.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import { pricesAgeDays } from '../models/pricesAge.ts';
import type { TokenCount } from '../tokens/tokenCount.ts';
import {
  DASHBOARD_SUBJECTS,
  type DashboardRow,
  type DashboardSubject,
  type MeterSnapshot,
} from './dashboardSnapshot.ts';

/** What was counted of each subject; `count` in the model's own tokens. */
export type Measured = Partial<Record<DashboardSubject, { name: string; count?: TokenCount }>>;

/** No surface shows more of a name, and the end of a path says more than its start. */
const MAX_NAME_LENGTH = 400;

export function buildSnapshot(model: ModelInfo, measured: Measured, nowMs: number): MeterSnapshot {
  const { label, vendor, contextWindow, price } = model;
  return {
    model: {
      label,
      vendor,
      ...(contextWindow !== undefined && { contextWindow }),
      ...(price !== undefined && {
        inputPricePerMillion: price.input,
        outputPricePerMillion: price.output,
      }),
    },
    pricesDate: CATALOGUE_DATE,
    pricesAgeDays: pricesAgeDays(nowMs),
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
  fullName: string,
  count?: TokenCount,
): DashboardRow {
  const name = fullName.length > MAX_NAME_LENGTH ? `…${fullName.slice(1 - MAX_NAME_LENGTH)}` : fullName;
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
