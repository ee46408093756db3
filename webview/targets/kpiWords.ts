import { translate } from '../../src/core/translate.ts';
import type { Targets } from '../snapshot.ts';

type KpiId = Targets['kpis'][number]['id'];

/** What a number is called, how it is computed, and from what of the logs. */
export type KpiWords = { title: () => string; how: () => string };

/** What the four parts of the input have in common. */
const ESTIMATED = () =>
  translate(
    'Estimated from the sizes of texts, divided by input and output together, over requests of sessions whose beginning is known; what is in no part is unknown.',
  );

export const KPI_WORDS: Record<KpiId, KpiWords> = {
  costPerRequest: {
    title: () => translate('Cost per request'),
    how: () =>
      translate(
        'The list prices of all requests that have one, divided by their number. From the token counts that each call is logged with.',
      ),
  },
  costPerRequestP95: {
    title: () => translate('Cost per request, p95'),
    how: () =>
      translate(
        '95 of 100 calls cost at most so much. From calls that are logged one by one; days that were summed up after the retention time are left out.',
      ),
  },
  inputPerRequest: {
    title: () => translate('Input per request'),
    how: () => translate('Tokens sent per request: new input, cache reads and cache writes together.'),
  },
  outputPerRequest: {
    title: () => translate('Output per request'),
    how: () => translate('Tokens of the answers per request, reasoning included.'),
  },
  cacheHitRate: {
    title: () => translate('Cache hit rate'),
    how: () =>
      translate(
        'Cache reads divided by all input. From tools whose logs tell of the cache; the others are left out.',
      ),
  },
  thinkRequests: {
    title: () => translate('Requests on tier 1'),
    how: () =>
      translate(
        'Requests to models of tier 1 divided by all whose tier is known: by the catalogue, your own models or, where neither has it, the list price.',
      ),
  },
  thinkCost: {
    title: () => translate('Cost on tier 1'),
    how: () => translate('What models of tier 1 cost divided by the cost of all models whose tier is known.'),
  },
  executeRequests: {
    title: () => translate('Requests on tier 2'),
    how: () =>
      translate('As for tier 1. The playbook has 15 : 75 : 10 over the tiers; 65 to 85 % are on target.'),
  },
  bulkRequests: {
    title: () => translate('Requests on tier 3'),
    how: () =>
      translate('As for tier 1. The playbook has 15 : 75 : 10 over the tiers; 5 to 20 % are on target.'),
  },
  outputShare: {
    title: () => translate('Composition: output'),
    how: () => translate('Output tokens divided by input and output together.'),
  },
  systemShare: {
    title: () => translate('Composition: system prompt'),
    how: () =>
      translate(
        'What the first call of a session sent beside the prompt (instructions, tools, skills, also files attached to it), in each of its calls. {0}',
        ESTIMATED(),
      ),
  },
  contextShare: {
    title: () => translate('Composition: context'),
    how: () => translate('The prompt that a request works on. {0}', ESTIMATED()),
  },
  retrievedShare: {
    title: () => translate('Composition: retrieved'),
    how: () => translate('What tools gave since that prompt. {0}', ESTIMATED()),
  },
  historyShare: {
    title: () => translate('Composition: history'),
    how: () =>
      translate(
        'What was said, called and given before and is still in the context, compactions taken into account. {0}',
        ESTIMATED(),
      ),
  },
  callsPerPrompt: {
    title: () => translate('Iterations per task'),
    how: () =>
      translate(
        'Calls, those of sub-agents included, per prompt: a prompt stands for a task. Known once sessions were read. The playbook aims for one focused pass and names no number.',
      ),
  },
  callsPerSession: {
    title: () => translate('Iterations per session'),
    how: () =>
      translate('Calls per session, those of sub-agents included. From calls that are logged one by one.'),
  },
  retries: {
    title: () => translate('Retries'),
    how: () =>
      translate(
        'Calls that were sent again after an error, divided by requests. Known once sessions were read, and only where some log tells of retries.',
      ),
  },
};
