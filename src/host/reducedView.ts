import { posix } from 'node:path';
import { commands, type Disposable, l10n } from 'vscode';
import { ReadOnlyTexts } from './readOnlyTexts.ts';

/** A text before and after its reduction, side by side and read-only. */
export class ReducedView implements Disposable {
  private readonly texts = new ReadOnlyTexts(
    'token-meter-reduced',
    `${l10n.t('This text is not kept. Run the command again.')}\n`,
  );
  private shown = 0;

  /** `name` is that of the file, so that its colours are the same. */
  async show(name: string, before: string, after: string, title: string): Promise<void> {
    this.shown += 1;
    const put = (side: string, text: string) =>
      this.texts.put(`/${this.shown}/${side}/${posix.basename(name)}`, text);
    await commands.executeCommand('vscode.diff', put('original', before), put('reduced', after), title);
  }

  dispose(): void {
    this.texts.dispose();
  }
}
