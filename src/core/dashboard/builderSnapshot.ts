import type { CopyRecord } from '../context/copyRecord.ts';
import type { Detail } from '../context/detail.ts';
import { FILE_NOTES, SKIP_REASONS } from '../context/fileState.ts';
import type { MeasuredItem, MeasuredScope } from '../context/measuredScope.ts';
import { DETAILS_OF, type ScopeItem } from '../context/scopeItem.ts';
import { activeScope, type ScopeLibrary } from '../context/scopeLibrary.ts';
import { missingFields, type Task, type TaskField } from '../context/task.ts';
import { inputCostUsd } from '../cost/inputCostUsd.ts';
import { formatInteger, formatPlural } from '../format.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import { countForModel, sumTextCounts, type TextCount, type TokenCount } from '../tokens/tokenCount.ts';
import { translate } from '../translate.ts';

/** One item of the scope as the builder draws it. */
export type BuilderItem = {
  id: string;
  name: string;
  /** Where it lies; empty for the workspace folder itself and for what is no file. */
  place: string;
  checked: boolean;
  stable: boolean;
  detail: Detail;
  details: readonly Detail[];
  /** Absent until it has been counted, and when nothing of it can go in. */
  count?: TokenCount;
  /** What is worth knowing: why it is skipped, how many files. */
  note: string;
};

/** Something that is suggested and not in the scope. */
export type SuggestedEntry = { id: string; label: string; detail: Detail; tokens: number; reason: string };

export type SuggestionSnapshot = {
  items: readonly SuggestedEntry[];
  leftOut: readonly SuggestedEntry[];
  totalTokens: number;
  budget: number;
  isComplete: boolean;
};

/** An amount beside the scope's: what would be sent without one. */
export type ComparedAmount = { files: number; count: TokenCount; costUsd?: number };

/** The scope builder: items, task, the parts of the prompt, what they save, and what was copied before. */
export type BuilderSnapshot = {
  scopeNames: readonly string[];
  activeScope: string;
  items: readonly BuilderItem[];
  /** Items beyond those that are listed. */
  moreItems: number;
  task: Task;
  missing: readonly TaskField[];
  canUndo: boolean;
  /** Tokens before and from the first part that changes often; absent while unknown. */
  parts?: { stable: TokenCount; volatile: TokenCount };
  workspace?: ComparedAmount;
  openFiles?: ComparedAmount;
  copies: readonly CopyRecord[];
  /** Tokens that a suggested scope may have. */
  budget: number;
  /** Absent until something was suggested. */
  suggestion?: SuggestionSnapshot;
};

export type BuilderSource = {
  model: ModelInfo;
  library: ScopeLibrary;
  /** Absent while it is not about the scope as it stands. */
  measured: MeasuredScope | undefined;
  canUndo: boolean;
  /** In the encoding of the model. */
  workspace: { files: number; count: TextCount } | undefined;
  openFiles: { files: number; count: TextCount } | undefined;
  copies: readonly CopyRecord[];
  budget: number;
  suggestion: SuggestionSource | undefined;
  nameItem(item: ScopeItem): string;
  placeItem(item: ScopeItem): string;
};

type SuggestedRow = { item: ScopeItem; label: string; tokens: number; reason: string };
type SuggestionSource = {
  items: readonly SuggestedRow[];
  leftOut: readonly SuggestedRow[];
  totalTokens: number;
  budget: number;
  isComplete: boolean;
};

/** More rows than anybody reads would only make the page slow. */
const MAX_ITEMS = 200;
const MAX_COPIES = 20;
const MAX_TEXT = 300;

export function buildBuilderSnapshot(source: BuilderSource): BuilderSnapshot {
  const { model, library, measured, canUndo, workspace, openFiles, copies, budget, suggestion } = source;
  const { scope, task } = activeScope(library);
  const measuredOf = new Map(measured?.items.map((item) => [item.id, item]));
  const compare = (amount: { files: number; count: TextCount }) => compareAmount(amount, model);
  return {
    scopeNames: library.scopes.map(({ name }) => name),
    activeScope: library.active,
    items: scope.slice(0, MAX_ITEMS).map((item) => buildItem(item, measuredOf.get(item.id), source)),
    moreItems: Math.max(0, scope.length - MAX_ITEMS),
    task,
    missing: missingFields(task),
    canUndo,
    ...(measured !== undefined && { parts: splitParts(measured, model) }),
    ...(workspace !== undefined && { workspace: compare(workspace) }),
    ...(openFiles !== undefined && { openFiles: compare(openFiles) }),
    copies: copies.slice(0, MAX_COPIES),
    budget,
    ...(suggestion !== undefined && { suggestion: listSuggestion(suggestion) }),
  };
}

function listSuggestion({ items, leftOut, ...rest }: SuggestionSource): SuggestionSnapshot {
  const list = (rows: readonly SuggestedRow[]) =>
    rows.slice(0, MAX_ITEMS).map(({ item, label, tokens, reason }) => ({
      id: item.id,
      label: shorten(label),
      detail: item.detail,
      tokens,
      reason: shorten(reason),
    }));
  return { items: list(items), leftOut: list(leftOut), ...rest };
}

function buildItem(item: ScopeItem, measured: MeasuredItem | undefined, source: BuilderSource): BuilderItem {
  // What is left out shows what it would come to, as in the Scope view.
  const counted = measured?.files.filter(({ excluded }) => !item.checked || excluded === undefined) ?? [];
  const counts = counted.flatMap(({ count }) => count ?? []);
  return {
    id: item.id,
    name: shorten(source.nameItem(item)),
    place: shorten(source.placeItem(item)),
    checked: item.checked,
    stable: item.stable === true,
    detail: item.detail,
    details: DETAILS_OF[item.kind],
    ...(counts.length > 0 && { count: countForModel(sumTextCounts(counts), source.model.tokenizer) }),
    note: measured === undefined ? '' : describeFiles(measured, counts.length),
  };
}

/** `12 files, 2 skipped`, or the reason or note of the only one. */
function describeFiles({ files }: MeasuredItem, counted: number): string {
  const [only, ...more] = files;
  if (only === undefined) return translate('no files');
  if (more.length === 0) {
    if (only.skip !== undefined) return translate(SKIP_REASONS[only.skip]);
    return only.note === undefined ? '' : translate(FILE_NOTES[only.note]);
  }
  const skipped = files.filter(({ skip }) => skip !== undefined).length;
  const said = skipped === 0 ? [] : [translate('{0} skipped', formatInteger(skipped))];
  return [formatPlural(counted, 'file'), ...said].join(', ');
}

function splitParts({ total, stableTokens }: MeasuredScope, { tokenizer }: ModelInfo) {
  const part = (tokens: number) => countForModel({ tokens, mix: total.mix }, tokenizer);
  return { stable: part(stableTokens), volatile: part(total.tokens - stableTokens) };
}

function compareAmount(
  { files, count: counted }: { files: number; count: TextCount },
  model: ModelInfo,
): ComparedAmount {
  const count = countForModel(counted, model.tokenizer);
  const costUsd = inputCostUsd(count.tokens, model.price);
  return { files, count, ...(costUsd !== undefined && { costUsd }) };
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `…${text.slice(1 - MAX_TEXT)}` : text;
}
