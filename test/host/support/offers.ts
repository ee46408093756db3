import { window } from 'vscode';

/** A message that is shown with buttons to choose from, or none. */
export type Offer = { message: string; buttons: string[]; press(button: string): void };

/** Listens in on messages of information, for the tests of the suite around; a test presses the buttons. */
export function hearOffers(): Offer[] {
  const { showInformationMessage } = window;
  const offers: Offer[] = [];
  const listen = (message: string, ...buttons: string[]) => {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    offers.push({ message, buttons, press: resolve });
    return promise;
  };
  before(() => Object.assign(window, { showInformationMessage: listen }));
  beforeEach(() => {
    offers.length = 0;
  });
  after(() => Object.assign(window, { showInformationMessage }));
  return offers;
}
