import { describe, expect, it } from 'vitest';
import { docHead } from '../../../../src/core/context/outline/docHead.ts';

describe('docHead', () => {
  it.each([
    ['/** Adds. Slowly. */', 'Adds.'],
    ['/**\n * Adds two\n * numbers\n *\n * More.\n * @param a one\n */', 'Adds two numbers'],
    ['/** Splits, e.g. lines. Then joins. */', 'Splits, e.g. lines.'],
    ['/** Version 1.5 of it */', 'Version 1.5 of it'],
    ['/// Adds\n/// numbers.\n/// Slowly.', 'Adds numbers.'],
    ['// Add adds.\n//\n// Deprecated: no.', 'Add adds.'],
    ['/// <summary>\n/// Gets a <see cref="T:Row"/>.\n/// </summary>', 'Gets a Row.'],
    ['/** Reads {@code in} of {@link Row rows}.<p>More. */', 'Reads in of Row rows.More.'],
    ['"""Adds.\n\n    Slowly.\n    """', 'Adds.'],
    ["r'''Adds'''", 'Adds'],
    ['/** 数える。次に。 */', '数える。次に。'],
  ])('of %j is %j', (comment, head) => {
    expect(docHead(comment)).toBe(head);
  });

  it.each(['', '/** */', '/** @type {string} */', '"""\n"""', '//'])('is unknown for %j', (comment) => {
    expect(docHead(comment)).toBeUndefined();
  });

  it('is cut at a word', () => {
    const head = docHead(`/** ${'word '.repeat(100)} */`) ?? '';
    expect(head).toMatch(/^(?:word )+…$/);
    expect(head.length).toBeLessThanOrEqual(122);
  });
});
