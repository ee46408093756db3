import { commands, type ExtensionContext, languages, Uri } from 'vscode';
import { useLocale } from './core/translate.ts';
import { BaselineStore } from './host/baselineStore.ts';
import { BudgetAlerts } from './host/budgetAlerts.ts';
import { BudgetStore } from './host/budgetStore.ts';
import { editorLocale } from './host/buildDashboardPage.ts';
import { ChecklistStore } from './host/checklistStore.ts';
import { CONTEXT_KEYS } from './host/commandIds.ts';
import { chosenModel, onDidChangeModel } from './host/config.ts';
import { CopyHistory } from './host/copyHistory.ts';
import { DashboardView } from './host/dashboardView.ts';
import { FindingChoiceStore } from './host/findingChoiceStore.ts';
import { FitWarning } from './host/fitWarning.ts';
import { InstructionCosts } from './host/instructionCosts.ts';
import { LINTED_DOCUMENTS } from './host/lintedDocuments.ts';
import { LiveMeter } from './host/liveMeter.ts';
import { createLog } from './host/log.ts';
import { Meter } from './host/meter.ts';
import { OpenFiles } from './host/openFiles.ts';
import { PlanInputStore } from './host/planInputStore.ts';
import { PreviewView } from './host/previewView.ts';
import { PromptFixes } from './host/promptFixes.ts';
import { PromptLint } from './host/promptLint.ts';
import { ReducedView } from './host/reducedView.ts';
import { registerCommands } from './host/registerCommands.ts';
import { ScopeStore } from './host/scopeStore.ts';
import { ScopeTree } from './host/scopeTree.ts';
import { SendAdvice } from './host/sendAdvice.ts';
import { followSettingProblems } from './host/settingProblems.ts';
import { StatusBar } from './host/statusBar.ts';
import { SuggestionStore } from './host/suggestionStore.ts';
import { SuggestionTree } from './host/suggestionTree.ts';
import { TierAdvice } from './host/tierAdvice.ts';
import { TodayCost } from './host/todayCost.ts';
import { TokenView } from './host/tokenView.ts';
import { UsageStore } from './host/usageStore.ts';
import { UsageViews } from './host/usageViews.ts';
import { VariantStore } from './host/variantStore.ts';
import { warmTierSoon } from './host/warmTierSoon.ts';
import { CountingWorker } from './node/counting/countingWorker.ts';

export function activate(context: ExtensionContext): void {
  const startMs = performance.now();
  useLocale(editorLocale());
  const own = <T extends { dispose(): void }>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const workerPath = context.asAbsolutePath('dist/worker.cjs');
  const { encoding } = chosenModel().tokenizer;

  const log = own(createLog());
  const files = own(
    new CountingWorker(
      workerPath,
      { onCrash: (error) => log.error('The file counting worker ended and is started again.', error) },
      { cacheFolder: context.globalStorageUri.fsPath },
    ),
  );
  const scope = own(new ScopeStore(context.workspaceState, files, encoding, log));
  const live = own(new LiveMeter(workerPath, encoding, log));
  const baselines = own(new BaselineStore(files, encoding, log));
  const history = own(new CopyHistory(context.workspaceState));
  const openFiles = own(new OpenFiles(files, encoding, log));
  const meter = own(new Meter(live, scope));
  const followBaseline = () => {
    if (scope.scope.length === 0) return;
    baselines.follow();
    openFiles.follow();
  };
  own(scope.onDidChange(followBaseline));
  followBaseline();
  own(
    onDidChangeModel(() => {
      const chosen = chosenModel().tokenizer.encoding;
      baselines.setEncoding(chosen);
      openFiles.setEncoding(chosen);
    }),
  );

  own(followSettingProblems(log));
  const advice = new TierAdvice(meter, scope);
  own(warmTierSoon());
  own(new FitWarning(meter, scope, log));
  const tree = own(new ScopeTree(scope, meter));
  const ledgerFolder = Uri.joinPath(context.globalStorageUri, 'usage').fsPath;
  const usage = own(new UsageStore(context.asAbsolutePath('dist/usageWorker.cjs'), ledgerFolder, log));
  const usageViews = own(new UsageViews(usage, own(new FindingChoiceStore(context.globalState))));
  const budgetFolder = Uri.joinPath(context.globalStorageUri, 'budgets').fsPath;
  const budgets = own(new BudgetStore({ usage, meter, advice, store: scope, log, folder: budgetFolder }));
  own(new BudgetAlerts(budgets, log));
  own(new StatusBar(meter, advice, budgets, own(new TodayCost(usage))));
  const suggestions = own(new SuggestionStore(context.workspaceState, scope, meter, files));
  own(new SuggestionTree(suggestions));
  const sendAdvice = own(new SendAdvice(scope, meter, budgets, history, files, log));
  const instructions = own(new InstructionCosts(meter, usage, files, log));
  const plan = own(new PlanInputStore(context.workspaceState));
  const storage = context.workspaceState;
  const variants = own(new VariantStore(storage, scope, files));
  const checklist = own(
    new ChecklistStore({
      storage,
      store: scope,
      meter,
      advice,
      baselines,
      history,
      usage,
      budgets,
      variants,
      log,
    }),
  );
  const parts = {
    meter,
    advice,
    sendAdvice,
    instructions,
    store: scope,
    suggestions,
    usage,
    usageViews,
    baselines,
    openFiles,
    history,
    plan,
    checklist,
    budgets,
    variants,
  };
  const dashboard = own(new DashboardView(context.extensionUri, storage, parts, log));
  const promptLint = own(new PromptLint(files, meter, log));
  own(languages.registerCodeActionsProvider(LINTED_DOCUMENTS, new PromptFixes(promptLint), PromptFixes));
  const tokenView = own(new TokenView(meter, files));
  const reducedView = own(new ReducedView());
  const previewView = own(new PreviewView());
  const { secrets } = context;
  const exits = {
    store: scope,
    meter,
    advice,
    counter: files,
    baselines,
    openFiles,
    history,
    checklist,
    budgets,
    log,
  };
  own(
    registerCommands({
      exits,
      tree,
      suggestions,
      usage,
      variants,
      dashboard,
      tokenView,
      reducedView,
      previewView,
      secrets,
    }),
  );

  const showWelcome = () =>
    commands.executeCommand('setContext', CONTEXT_KEYS.scopeHasItems, scope.scope.length > 0);
  own(scope.onDidChange(showWelcome));
  void showWelcome();
  own(
    suggestions.onDidChange(() =>
      commands.executeCommand('setContext', CONTEXT_KEYS.hasSuggestions, suggestions.state !== undefined),
    ),
  );
  log.info(`Activated in ${(performance.now() - startMs).toFixed(1)} ms.`);
}
