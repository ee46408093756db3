import { locateLine } from '../context/locateLine.ts';
import type { DocumentPlace, ReadScope } from '../context/measuredScope.ts';
import { isInstructions } from '../context/orderParts.ts';
import type { Scope } from '../context/scope.ts';
import type { ScopeItem } from '../context/scopeItem.ts';
import { renderTask, type Task } from '../context/task.ts';
import { hashText } from '../hashText.ts';
import type { Advice } from './advice.ts';
import { advise } from './advise.ts';
import type { AdviceInput, AdvisedPart, AdvisedScope } from './check.ts';

/** What is known beside the scope itself; plain data, so that it can be sent to another thread. */
export type AdviceFacts = Pick<AdviceInput, 'model' | 'offer' | 'budgets' | 'retryCap' | 'copies' | 'nowMs'>;

type Request = { scope: Scope; task: Task };
type Known = AdviceFacts & Pick<AdviceInput, 'instructions' | 'countTokens'>;

/** What to change before a scope that was read, and its task, are sent. Without documents it is about the task alone. */
export function adviseScope({ scope, task }: Request, read: ReadScope, known: Known): Advice[] {
  const text = renderTask(task) ?? '';
  if (text === '' && read.places.length === 0) return [];
  return advise({
    ...known,
    text,
    task,
    gated: read.gated,
    ...(read.places.length > 0 && { scope: readParts(scope, read, known.countTokens) }),
  });
}

function readParts(
  scope: Scope,
  { text, places, measured, startHashes }: ReadScope,
  countTokens: AdviceInput['countTokens'],
): AdvisedScope {
  const itemOf = new Map(scope.map((item) => [item.id, item]));
  const lines = text.split('\n');
  const { total, stableTokens, stableHash } = measured;
  return {
    parts: places.map((place) => readPart(place, itemOf.get(place.itemId), lines, countTokens)),
    total,
    stableTokens,
    stableHash,
    startHashes,
    contextHash: hashText(text),
    documentOfLine: (line) => locateLine(places, line)?.place,
  };
}

function readPart(
  { itemId, label, path, textLine, lineCount, firstLine, lines: range }: DocumentPlace,
  item: ScopeItem | undefined,
  lines: readonly string[],
  countTokens: AdviceInput['countTokens'],
): AdvisedPart {
  const text = lines.slice(textLine, textLine + lineCount).join('\n');
  const isWholeFile = firstLine !== undefined && range === undefined;
  const isPasted = item?.kind === 'text' && item.detail === 'full';
  return {
    itemId,
    label,
    path,
    text,
    tokens: countTokens(text),
    isWhole: isWholeFile || isPasted,
    isStable: item?.stable === true || (isInstructions(label) && item?.kind !== 'lines'),
  };
}
