import { describe, expect, it } from 'vitest';
import { prompt } from '../../../../src/core/usage/sources/prompt.ts';

describe('a prompt', () => {
  it('is kept as what its words ask for, never as its words', () => {
    const event = prompt('Write a unit test for parseDate in date.ts');
    expect(event).toMatchObject({ kind: 'prompt', chars: 42, tier: 'execute' });
    expect(JSON.stringify(event)).not.toContain('parseDate');
  });

  it('has its long paragraphs by hash', () => {
    const rules = 'Always run the formatter before you commit. '.repeat(5).trim();
    const [a, b] = [prompt(`Fix the build.\n\n${rules}`), prompt(`${rules}\n\nAdd a test.`)];
    expect(a).toMatchObject({ paragraphs: [{ chars: rules.length }] });
    expect(a.kind === 'prompt' && a.paragraphs).toEqual(b.kind === 'prompt' && b.paragraphs);
  });

  it('tells how large the data in it is, and what the reducer leaves of it', () => {
    const line = (at: number) => `2026-07-01T12:00:${at % 60} INFO server: request ${at} done in ${at} ms`;
    const log = Array.from({ length: 100 }, (_, at) => line(at)).join('\n');
    const event = prompt(`Why is this slow?\n\n${log}\n\nFix it.`);
    const { pasted } = event.kind === 'prompt' ? event : {};
    expect(pasted?.chars).toBeGreaterThanOrEqual(log.length);
    expect(pasted?.chars).toBeLessThan(log.length + 20);
    expect(pasted?.reducedChars).toBeLessThan(log.length / 2);
    const words = 'Each request must be answered in under ten milliseconds, whoever asks. '.repeat(50);
    expect(prompt(words)).not.toHaveProperty('pasted');
    expect(prompt(`Why?\n\n${log.slice(0, 1500)}`)).not.toHaveProperty('pasted');
  });

  it.each(['also fix the tests', 'Yes, do it', 'make this faster', 'On bullet 1, only add the two skills'])(
    'goes on with what was said: %s',
    (text) => {
      expect(prompt(text)).toMatchObject({ isFollowUp: true });
    },
  );

  it('begins something else where nothing points back', () => {
    expect(prompt('Add a dark theme to the settings page')).not.toHaveProperty('isFollowUp');
  });
});
