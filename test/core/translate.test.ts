import { afterEach, describe, expect, test } from 'vitest';
import { formatPlural, formatShare, formatUsd } from '../../src/core/format.ts';
import { currentLanguage, translate, useLocale } from '../../src/core/translate.ts';

describe('translate', () => {
  afterEach(() => useLocale());

  test('speaks English where nothing is chosen', () => {
    expect(translate('{0} of {1}', 3, 'x')).toBe('3 of x');
  });

  test('speaks the language of the editor, and English where a message is missing', () => {
    useLocale({ language: 'de', messages: { '{0} of {1}': '{0} von {1}' } });
    expect(translate('{0} of {1}', 3, 4)).toBe('3 von 4');
    expect(translate('Goal')).toBe('Goal');
    expect(currentLanguage()).toBe('de');
  });

  test('puts values in as they are, and leaves a hole without a value', () => {
    expect(translate('{0} and {1}', '{1}')).toBe('{1} and {1}');
    expect(translate('constructor')).toBe('constructor');
  });

  test('writes numbers as the language does', () => {
    useLocale({ language: 'de', messages: { '{0} files': '{0} Dateien' } });
    expect(formatUsd(1234.5)).toBe('1.234,50\u00a0$');
    expect(formatShare(0.0123)).toBe('1,2 %');
    expect(formatPlural(1234, 'file')).toBe('1.234 Dateien');
  });

  test('a language that no browser knows is not a crash', () => {
    useLocale({ language: 'not a tag!', messages: { a: 'b' } });
    expect(formatUsd(2)).toBe('$2.00');
    expect(translate('a')).toBe('b');
  });
});
