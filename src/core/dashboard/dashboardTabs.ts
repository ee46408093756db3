/** The tabs of the dashboard, in their order. */
export const DASHBOARD_TABS = ['now', 'cost', 'findings', 'targets', 'plan', 'data'] as const;
export type DashboardTab = (typeof DASHBOARD_TABS)[number];
