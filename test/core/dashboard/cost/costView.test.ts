import { expect, it } from 'vitest';
import { changeView, FIRST_VIEW } from '../../../../src/core/dashboard/cost/costView.ts';

it('changes what is named and keeps the rest; a session without a name is closed', () => {
  const weekly = changeView(changeView(FIRST_VIEW, { unit: 'week' }), { period: 'all', session: 's1' });
  expect(weekly).toEqual({ ...FIRST_VIEW, unit: 'week', period: 'all', session: 's1' });
  expect(changeView(weekly, { session: '' })).toEqual({ ...FIRST_VIEW, unit: 'week', period: 'all' });
});
