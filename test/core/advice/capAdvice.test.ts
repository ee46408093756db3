import { expect, it } from 'vitest';
import { capAdvice } from '../../../src/core/advice/capAdvice.ts';
import { find } from './makeInput.ts';

it('capAdvice keeps the first of each check, and counts the others', () => {
  const text = 'Keep functions short and named.\n'.repeat(4);
  const duplicated = find('duplicatedLines', { text });
  const other = find('noGoal', { text: 'The user table and the orders table.' });
  expect(duplicated).toHaveLength(3);
  const all = [...duplicated, ...other];
  expect(capAdvice(all, 2)).toEqual({ advice: [duplicated[0], duplicated[1], ...other], leftOut: 1 });
  expect(capAdvice(all, 3)).toEqual({ advice: all, leftOut: 0 });
});
