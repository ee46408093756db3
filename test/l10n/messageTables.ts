import { DETAIL_WORDS, DETAILS } from '../../src/core/context/detail.ts';
import { FILE_NOTES, SKIP_REASONS } from '../../src/core/context/fileState.ts';
import { CUTS, REDUCTION_KINDS } from '../../src/core/context/reduce/reduction.ts';
import { TASK_TITLES } from '../../src/core/context/task.ts';
import { TIERS } from '../../src/core/models/modelInfo.ts';
import { ESCALATIONS } from '../../src/core/models/tier/adviseWork.ts';
import { NO_REASON } from '../../src/core/models/tier/suggestTier.ts';
import { ACCURACIES } from '../../src/core/tokens/tokenCount.ts';
import { NEWER_LEDGER } from '../../src/core/usage/newerLedger.ts';
import { LOG_SKIPS } from '../../src/core/usage/sources/logSource.ts';
import { DETECTORS } from '../../src/core/waste/detectors.ts';
import type { SourceTree } from '../architecture/checkArchitecture.ts';
import { isWithin } from '../architecture/layers.ts';
import { readText } from '../architecture/usedNames.ts';
import { parseSource } from '../architecture/walkSource.ts';

/** What the code translates without writing it out there, as `collectMessages` names it, and what that may be. */
export function listTables(sources: SourceTree): Readonly<Record<string, readonly string[]>> {
  const fileNotes = Object.values(FILE_NOTES);
  const skipReasons = Object.values(SKIP_REASONS);
  const taskTitles = Object.values(TASK_TITLES);
  return {
    'src/core/checklist/taskChecks.ts: TASK_TITLES[field]': taskTitles,
    'src/core/context/reduce/reduction.ts: CUTS[cut][count === 1 ? 0 : 1]': Object.values(CUTS).flat(),
    'src/core/dashboard/builderSnapshot.ts: FILE_NOTES[only.note]': fileNotes,
    'src/core/dashboard/builderSnapshot.ts: SKIP_REASONS[only.skip]': skipReasons,
    'src/core/dashboard/plan/sections/iterationsSection.ts: model.tier': TIERS,
    'src/core/dashboard/adviceSnapshot.ts: TASK_TITLES[action.field]': taskTitles,
    'src/core/dashboard/adviceSnapshot.ts: TASK_TITLES[place.field]': taskTitles,
    'src/core/dashboard/findings/findingsSnapshot.ts: DETECTORS[detector].label': Object.values(
      DETECTORS,
    ).map(({ label }) => label),
    'src/core/dashboard/tierSnapshot.ts: escalate': Object.values(ESCALATIONS),
    'src/core/dashboard/tierSnapshot.ts: reason': [NO_REASON, ...listTierReasons(sources)],
    'src/core/format.ts: accuracy': ACCURACIES,
    'src/host/compareModels.ts: count.accuracy': ACCURACIES,
    'src/host/copyScope.ts: TASK_TITLES[field]': taskTitles,
    'src/host/editTask.ts: TASK_TITLES[field]': taskTitles,
    'src/host/itemDetail.ts: DETAIL_WORDS[detail]': Object.values(DETAIL_WORDS),
    'src/host/itemDetail.ts: detail': DETAILS,
    'src/host/outgoing.ts: SKIP_REASONS[skipped.skip]': skipReasons,
    'src/host/reduceForModel.ts: kind': REDUCTION_KINDS,
    'src/host/scopeRow.ts: FILE_NOTES[note]': fileNotes,
    'src/host/scopeRow.ts: SKIP_REASONS[skip]': skipReasons,
    'src/host/scopeRow.ts: detail': DETAILS,
    'src/host/scopeTree.ts: TASK_TITLES[field]': taskTitles,
    'src/host/suggestionTree.ts: item.detail': DETAILS,
    'src/host/usageStore.ts: NEWER_LEDGER': [NEWER_LEDGER],
    'src/host/usageStore.ts: LOG_SKIPS[reason as LogSkip]': Object.values(LOG_SKIPS),
    'webview/renderScope.ts: each': DETAILS,
    'webview/renderStages.ts: tier': TIERS,
    'webview/renderSuggestion.ts: detail': DETAILS,
    'webview/renderTier.ts: effort': ['none', 'low', 'medium', 'high'],
    'webview/renderTier.ts: mode': ['chat', 'code'],
    // Written out where they are put together, and collected there.
    'src/core/message.ts: text': [],
    'src/core/format.ts: `{0} ${noun}`': [],
    'src/core/format.ts: `{0} ${noun}s`': [],
  };
}

const SIGN_MAKERS = /^(?:think|execute|bulk|none|row)$/;

/** The reasons of the signs that speak for a tier, written out beside their patterns. */
function listTierReasons(sources: SourceTree): string[] {
  return [...sources]
    .filter(([path]) => isWithin(path, 'src/core/models/tier'))
    .flatMap(([path, source]) => parseSource(path, source).steps)
    .flatMap(({ node }) => {
      if (node.type === 'Property' && node.key.type === 'Identifier' && node.key.name === 'reason')
        return readText(node.value) ?? [];
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return [];
      const [, , reason] = node.arguments;
      return reason !== undefined && SIGN_MAKERS.test(node.callee.name) ? (readText(reason) ?? []) : [];
    });
}
