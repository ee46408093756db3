import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';

/** The only file that knows the component library; replacing it is a change here and of the tag names. */
export function registerUiKit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}
