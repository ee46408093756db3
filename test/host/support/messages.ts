import { window } from 'vscode';

export type Messages = {
  warnings: string[];
  errors: string[];
  /** Short-lived messages of the status bar. */
  feedback: string[];
};

/** Listens in on what is shown to the user, for the tests of the suite around; it is shown all the same, questions that block the window excepted. */
export function hearMessages(): Messages {
  const { showWarningMessage, showErrorMessage, setStatusBarMessage } = window;
  const messages: Messages = { warnings: [], errors: [], feedback: [] };
  before(() =>
    Object.assign(window, {
      showWarningMessage: tap(showWarningMessage, messages.warnings),
      showErrorMessage: tap(showErrorMessage, messages.errors),
      setStatusBarMessage: tap(setStatusBarMessage, messages.feedback),
    }),
  );
  beforeEach(() => {
    for (const heard of Object.values(messages)) heard.length = 0;
  });
  after(() => Object.assign(window, { showWarningMessage, showErrorMessage, setStatusBarMessage }));
  return messages;
}

function tap(show: (message: string, ...rest: never[]) => unknown, heard: string[]) {
  return (message: string, ...rest: never[]) => {
    heard.push(message);
    // VS Code shows no modal question in tests: it counts as closed.
    return isModal(rest[0]) ? Promise.resolve(undefined) : show(message, ...rest);
  };
}

function isModal(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'modal' in options && options.modal === true;
}
