import type { Advice, AdviceAction, AdvicePlace, AdviceTokens } from '../advice/advice.ts';
import type { CheckId } from '../advice/checkIds.ts';
import { TASK_TITLES, type TaskField } from '../context/task.ts';
import { hashText } from '../hashText.ts';
import { sayMessage } from '../message.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { ContentMix } from '../tokens/contentMix.ts';
import { countForModel, type TokenCount } from '../tokens/tokenCount.ts';
import { translate } from '../translate.ts';
import type { DashboardTab } from './dashboardTabs.ts';

/** One thing to change before sending, in the user's language. */
export type AdviceEntry = {
  /** The same for the same advice, so that a click never means another one. */
  id: string;
  check: CheckId;
  title: string;
  /** Which documents or fields, where the title does not say so; empty for all of it. */
  where: string;
  /** In the model's own tokens, with how they are known; all three absent where nothing can be counted. */
  count?: TokenCount;
  kind?: AdviceTokens['kind'];
  formula?: string;
  /** What the button says; absent where there is none. */
  action?: string;
  /** The field of the task that the action edits. */
  field?: TaskField;
  /** The tab that the action leads to. */
  tab?: DashboardTab;
};

export type AdviceSnapshot = {
  entries: readonly AdviceEntry[];
  /** Beyond those that are listed. */
  more: number;
};

/** More than anybody works off before a copy. */
const MAX_ENTRIES = 20;
const MAX_TEXT = 300;

export function buildAdviceSnapshot(
  advice: readonly Advice[],
  mix: ContentMix,
  model: ModelInfo,
): AdviceSnapshot {
  return {
    entries: advice.slice(0, MAX_ENTRIES).map((each) => buildEntry(each, mix, model)),
    more: Math.max(0, advice.length - MAX_ENTRIES),
  };
}

/** Tells an advice from every other one. */
export function adviceId({ check, places, action }: Advice): string {
  return `${check}:${hashText(JSON.stringify([places, action]))}`;
}

function buildEntry(advice: Advice, mix: ContentMix, { tokenizer }: ModelInfo): AdviceEntry {
  const { check, title, places, tokens, action } = advice;
  const label = labelAction(action);
  const said = sayMessage(title);
  const names = places.flatMap(namePlaces).filter((name) => !said.includes(name));
  return {
    id: adviceId(advice),
    check,
    title: shorten(said),
    where: shorten(names.join(', ')),
    ...(tokens !== undefined && {
      count: countForModel({ tokens: tokens.tokens, mix }, tokenizer),
      kind: tokens.kind,
      formula: shorten(sayMessage(tokens.formula)),
    }),
    ...(label !== undefined && { action: shorten(label) }),
    ...(action.do === 'editTask' && { field: action.field }),
    ...(action.do === 'openPlanner' && { tab: 'plan' as const }),
  };
}

function labelAction(action: AdviceAction): string | undefined {
  switch (action.do) {
    case 'editTask':
      return translate('Edit “{0}”', translate(TASK_TITLES[action.field]));
    case 'setDetail':
      return action.detail === 'outline' ? translate('Take the Outline') : translate('Take It Reduced');
    case 'leaveOut':
      return action.documents.length === 1 ? translate('Leave It Out') : translate('Leave Them Out');
    case 'useModel':
      return translate('Use {0}', action.modelLabel);
    case 'copyReferences':
      return translate('Copy as File References');
    case 'undoScopeChange':
      return translate('Undo Scope Change');
    case 'openTerminal':
      return translate('Open a Terminal');
    case 'openPlanner':
      return translate('Open the Planner');
    case 'openSettings':
      return action.of === 'model' ? translate('Choose Another Model') : translate('Change the Budgets');
    case 'editText':
    case 'rewrite':
      return undefined;
    default:
      return action satisfies never;
  }
}

function namePlaces(place: AdvicePlace): string[] {
  switch (place.in) {
    case 'scope':
      return place.documents.map(({ label }) => label);
    case 'task':
      return [translate(TASK_TITLES[place.field])];
    case 'text':
      return [];
    default:
      return place satisfies never;
  }
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
