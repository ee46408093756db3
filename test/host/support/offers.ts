import { window } from 'vscode';

/** A message that is shown with buttons to choose from, or none. `press()` closes it. */
export type Offer = { message: string; buttons: string[]; press(button?: string): void };

/** Listens in on messages of one kind, for the tests of the suite around; a test presses the buttons. */
export function hearOffers(
  kind: 'showInformationMessage' | 'showWarningMessage' = 'showInformationMessage',
): Offer[] {
  const { [kind]: show } = window;
  const offers: Offer[] = [];
  const listen = (message: string, ...rest: unknown[]) => {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    // What is no button are the options of a modal message.
    const buttons = rest.filter((each) => typeof each === 'string');
    offers.push({ message, buttons, press: resolve });
    return promise;
  };
  before(() => Object.assign(window, { [kind]: listen }));
  beforeEach(() => {
    offers.length = 0;
  });
  after(() => Object.assign(window, { [kind]: show }));
  return offers;
}
