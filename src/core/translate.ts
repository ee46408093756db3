/** The user's language, and what they read in it. */
export type Locale = {
  /** A language tag such as `de` or `zh-cn`: numbers and dates are written as in it. */
  language: string;
  /** English message to the same one in that language; what is missing stays English. */
  messages: Readonly<Record<string, string>>;
};

/** What the product speaks where nothing else is chosen: the command line, a test. */
const ENGLISH: Locale = { language: 'en-US', messages: {} };

let current = ENGLISH;

/** Set once, when the editor or the page starts: everything that is shown goes by it. English again without an argument. */
export function useLocale(locale: Locale = ENGLISH): void {
  current = isLanguageTag(locale.language) ? locale : { ...locale, language: ENGLISH.language };
}

/** The tag that numbers and dates are written for. */
export function currentLanguage(): string {
  return current.language;
}

/** A message of the user's language, with `{0}`, `{1}` … replaced: the same form as `vscode.l10n.t`, so that one bundle serves both. */
export function translate(message: string, ...values: readonly (string | number)[]): string {
  const { messages } = current;
  const text = Object.hasOwn(messages, message) ? (messages[message] ?? message) : message;
  return values.length === 0
    ? text
    : text.replace(/\{(\d+)\}/g, (hole, at) => `${values[Number(at)] ?? hole}`);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
