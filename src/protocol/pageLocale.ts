import * as v from 'valibot';
import type { Locale } from '../core/translate.ts';

/** The language that the host has written into the page; `undefined` where it is none, so that the page speaks English. */
export function parsePageLocale(text: string | undefined): Locale | undefined {
  try {
    const parsed = v.safeParse(LOCALE, JSON.parse(text ?? ''));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

const LOCALE = v.strictObject({ language: v.string(), messages: v.record(v.string(), v.string()) });
