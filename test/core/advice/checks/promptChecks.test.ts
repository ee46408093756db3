import { describe, expect, it } from 'vitest';
import type { PromptCheckId } from '../../../../src/core/advice/checkIds.ts';
import { pastedLog } from '../labelledPrompt.ts';
import { find } from '../makeInput.ts';

/** For each check a prompt on which it must fire, with the places it names, and one close to it on which it must not. */
const CASES: readonly { check: PromptCheckId; fires: string; at: readonly string[]; misses: string }[] = [
  {
    check: 'noGoal',
    fires: 'Our backend is in Go, the front end in Svelte.',
    at: [],
    misses: 'Our backend is in Go, the front end should be in Svelte.',
  },
  {
    check: 'noDoneCriteria',
    fires: 'Add a search box to src/list.tsx.',
    at: ['Add a search box to src/list.tsx'],
    misses: 'Add a search box to src/list.tsx. Done when the test "finds by name" passes.',
  },
  {
    check: 'noConstraints',
    fires: 'Migrate the billing service to Fastify. Done when `make e2e` passes.',
    at: ['Migrate the billing service to Fastify'],
    misses:
      'Migrate the billing service to Fastify. The routes stay as they are. Done when `make e2e` passes.',
  },
  {
    check: 'noScope',
    fires: 'Add a dark mode. Done when it follows the system.',
    at: ['Add a dark mode'],
    misses: 'Add a dark mode to `ThemeProvider`. Done when it follows the system.',
  },
  {
    check: 'severalGoals',
    fires: 'Fix the rounding in src/price.ts. Also translate the welcome mail to French.',
    at: ['translate the welcome mail to French'],
    misses: 'Fix the rounding in src/price.ts. Also fix the rounding in src/tax.ts.',
  },
  {
    check: 'vagueVerbs',
    fires: 'Clean up the code. The tests must pass.',
    at: ['Clean up the code'],
    misses: 'Clean up the imports of src/a.ts. The tests must pass.',
  },
  {
    check: 'filler',
    fires: 'Could you please be so kind as to rename `a` to `b`? Thank you very much in advance!',
    at: ['Could you please be so kind as to ', ' Thank you very much in advance!'],
    misses: 'Please rename `a` to `b`.',
  },
  {
    check: 'unboundedOutput',
    fires: 'Summarize this article.',
    at: ['Summarize this '],
    misses: 'Summarize this article in three sentences.',
  },
  {
    check: 'rawPayload',
    fires: `What failed?\n\n${pastedLog(100)}`,
    at: [pastedLog(100)],
    misses: `What failed?\n\n${pastedLog(2)}`,
  },
];

describe('the checks of a prompt', () => {
  it.each(CASES)('$check fires, and says where', ({ check, fires, at }) => {
    const [advice, ...more] = find(check, { text: fires });
    expect(more).toEqual([]);
    const places = advice?.places.flatMap((place) =>
      place.in === 'text' ? fires.slice(place.start, place.end) : [],
    );
    expect(places?.map((place) => place.trim())).toEqual(at.map((place) => place.trim()));
  });

  it.each(CASES)('$check lets pass what comes close', ({ check, misses }) => {
    expect(find(check, { text: misses })).toEqual([]);
  });
});

describe('repeatedInstructions', () => {
  const instructions = [
    {
      path: 'CLAUDE.md',
      text: '# Rules\n\n- Use tabs for indentation, never spaces.\n- Run `npm test` before each commit.\n',
    },
  ];

  it('fires on a rule that the file says in the same words, and counts it', () => {
    const text = 'Add a flag. Use tabs for indentation, never spaces. Done when it prints help.';
    const [advice] = find('repeatedInstructions', { text, instructions });
    expect(advice?.places).toEqual([{ in: 'text', start: 12, end: 52 }]);
    expect(advice?.tokens).toMatchObject({ tokens: 8, kind: 'measured' });
  });

  it('fires on a rule in nearly the same words', () => {
    const text = 'Please use tabs for indentation, never spaces!';
    expect(find('repeatedInstructions', { text, instructions })).toHaveLength(1);
  });

  it('lets pass a rule of its own that shares some words', () => {
    const text = 'Use four spaces for indentation of Python, and never tabs in YAML.';
    expect(find('repeatedInstructions', { text, instructions })).toEqual([]);
  });

  it('lets pass what is only quoted in a fence', () => {
    const text = 'What is wrong here?\n\n```\nUse tabs for indentation, never spaces.\n```\n';
    expect(find('repeatedInstructions', { text, instructions })).toEqual([]);
  });
});
