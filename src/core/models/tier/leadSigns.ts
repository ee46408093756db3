import { BULK_LEADS } from './leads/bulkLeads.ts';
import { EXECUTE_LEADS } from './leads/executeLeads.ts';
import { NARROW_LEADS } from './leads/narrowLeads.ts';
import { NONE_LEADS } from './leads/noneLeads.ts';
import { THINK_LEADS } from './leads/thinkLeads.ts';
import type { LeadSign } from './sign.ts';

/** What a clause asks for in English, told by how it begins. The first row that fits decides. */
export const LEAD_SIGNS: readonly LeadSign[] = [
  ...NARROW_LEADS,
  ...THINK_LEADS,
  ...BULK_LEADS,
  ...NONE_LEADS,
  ...EXECUTE_LEADS,
];
