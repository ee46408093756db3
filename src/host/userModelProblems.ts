import { commands, type Disposable, l10n, window } from 'vscode';
import { onDidChangeUserModels, userModels } from './config.ts';
import { type Log, runReported } from './log.ts';
import { escapeLinks } from './plainText.ts';
import { SETTINGS } from './settingKeys.ts';

/** Says what is wrong with the user's models, once for each fault; what is right of them is used all the same. */
export function followUserModelProblems(log: Log): Disposable {
  let known: ReadonlySet<string> = new Set();
  const tellNew = () => {
    const { problems } = userModels();
    const news = problems.filter((problem) => !known.has(problem));
    known = new Set(problems);
    if (news.length > 0) void runReported(log, () => tell(news));
  };
  tellNew();
  return onDidChangeUserModels(tellNew);
}

async function tell([first = '', ...others]: readonly string[]): Promise<void> {
  const openSettings = l10n.t('Open Settings');
  const message =
    others.length === 0
      ? l10n.t('{0} Its model is left out, the others are used.', first)
      : l10n.t(
          '{0} And {1} more faults. Their models are left out, the others are used.',
          first,
          others.length,
        );
  const choice = await window.showWarningMessage(`Token Meter: ${escapeLinks(message)}`, openSettings);
  if (choice === openSettings)
    await commands.executeCommand('workbench.action.openSettings', SETTINGS.models.key);
}
