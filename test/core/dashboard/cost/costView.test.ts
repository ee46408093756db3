import { expect, it } from 'vitest';
import { changeView, FIRST_VIEW } from '../../../../src/core/dashboard/cost/costView.ts';

it('changes what is named and keeps the rest; a session without a name is closed', () => {
  const weekly = changeView(changeView(FIRST_VIEW, { unit: 'week' }), { period: 'all', session: 's1' });
  expect(weekly).toEqual({ ...FIRST_VIEW, unit: 'week', period: 'all', session: 's1' });
  expect(changeView(weekly, { session: '' })).toEqual({ ...FIRST_VIEW, unit: 'week', period: 'all' });
});

it('knows the way back from days that were chosen, however often, and forgets it with the next period', () => {
  const days = {
    period: 'custom',
    range: { since: '2026-11-01', until: '2026-11-07' },
    unit: 'day',
  } as const;
  const once = changeView({ ...FIRST_VIEW, unit: 'week' }, days);
  const back = { period: '30days', unit: 'week' };
  expect(once).toEqual({ ...FIRST_VIEW, ...days, back });
  expect(changeView(changeView(once, days), { stackBy: 'model' }).back).toEqual(back);
  expect(changeView(once, { period: '30days', unit: 'week' })).toEqual({
    ...FIRST_VIEW,
    unit: 'week',
    range: days.range,
  });
});
