import { type Disposable, l10n, window } from 'vscode';
import { ReadOnlyTexts } from './readOnlyTexts.ts';

/** Read-only documents that show what would be sent; the same name is the same document. */
export class PreviewView implements Disposable {
  private readonly texts = new ReadOnlyTexts(
    'token-meter-preview',
    `${l10n.t('This text is not kept. Preview the scope again.')}\n`,
  );

  async show(name: string, text: string): Promise<void> {
    await window.showTextDocument(this.texts.put(`/${name}`, text), { preview: true });
  }

  dispose(): void {
    this.texts.dispose();
  }
}
