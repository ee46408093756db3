import { commands, Disposable, l10n, window } from 'vscode';
import { chosenBudgets, onDidChangeBudgets, onDidChangeUserModels, userModels } from './config.ts';
import { type Log, runReported } from './log.ts';
import { escapeLinks } from './plainText.ts';
import { SETTINGS } from './settingKeys.ts';

/** Says what is wrong with settings that hold more than a value, once for each fault; what is right of them is used all the same. */
export function followSettingProblems(log: Log): Disposable {
  return Disposable.from(
    follow(() => userModels().problems, onDidChangeUserModels, SETTINGS.models.key, log),
    follow(() => chosenBudgets().problems, onDidChangeBudgets, SETTINGS.budgets.key, log),
  );
}

function follow(
  read: () => readonly string[],
  onDidChange: (listener: () => void) => Disposable,
  settingKey: string,
  log: Log,
): Disposable {
  let known: ReadonlySet<string> = new Set();
  const tellNew = () => {
    const problems = read();
    const news = problems.filter((problem) => !known.has(problem));
    known = new Set(problems);
    if (news.length > 0) void runReported(log, () => tell(news, settingKey));
  };
  tellNew();
  return onDidChange(tellNew);
}

async function tell([first = '', ...others]: readonly string[], settingKey: string): Promise<void> {
  const openSettings = l10n.t('Open Settings');
  const message =
    others.length === 0
      ? l10n.t('{0} Its entry is left out, the others are used.', first)
      : l10n.t(
          '{0} And {1} more faults. Their entries are left out, the others are used.',
          first,
          others.length,
        );
  const choice = await window.showWarningMessage(`Token Meter: ${escapeLinks(message)}`, openSettings);
  if (choice === openSettings) await commands.executeCommand('workbench.action.openSettings', settingKey);
}
