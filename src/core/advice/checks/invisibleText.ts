import { findInvisible, stripInvisible } from '../../context/gates/findInvisible.ts';
import { type Message, message } from '../../message.ts';
import type { Advice } from '../advice.ts';
import type { AdviceInput, Check } from '../check.ts';
import { uniqueDocuments } from '../uniqueDocuments.ts';

/** Characters that nobody sees and a model reads: they cost tokens, and may say what the writer did not. */
export const invisibleText: Check = {
  id: 'invisibleText',
  thresholds: {},
  find(input) {
    const { gated, scope } = input;
    if (gated === undefined || gated.invisible.length === 0) return [];
    const title = describe(gated.invisible);
    const about = scope === undefined ? aboutPrompt(input) : aboutScope(gated.invisible, scope);
    return [{ check: 'invisibleText', title, ...about }];
  },
};

type Found = NonNullable<AdviceInput['gated']>['invisible'];

function describe(found: Found): Message {
  const count = found.reduce((sum, run) => sum + run.count, 0);
  const hidden = found.flatMap(({ hiddenText }) => hiddenText ?? []).join(' ');
  if (hidden !== '')
    return message(
      '{0} invisible characters are in it and spell “{1}”: remove them.',
      count,
      hidden.slice(0, 80),
    );
  return count === 1
    ? message('An invisible character is in it: it costs tokens and says nothing that you can see.')
    : message(
        '{0} invisible characters are in it: they cost tokens and say nothing that you can see.',
        count,
      );
}

function aboutPrompt({ text, countTokens }: AdviceInput): Omit<Advice, 'check' | 'title'> {
  const runs = findInvisible(text);
  const tokens = countTokens(text) - countTokens(stripInvisible(text));
  return {
    places: runs.map(({ start, end }) => ({ in: 'text', start, end })),
    tokens: {
      tokens: Math.max(0, tokens),
      kind: 'measured',
      formula: message('tokens of the text − tokens of the text without them'),
    },
    action: { do: 'editText', edits: runs.map(({ start, end }) => ({ start, end, replacement: '' })) },
  };
}

/** The gate leaves them out of a copy, so that they cost nothing there; what holds them may hold more. */
function aboutScope(found: Found, scope: NonNullable<AdviceInput['scope']>): Omit<Advice, 'check' | 'title'> {
  const documents = uniqueDocuments(found.flatMap(({ line }) => scope.documentOfLine(line) ?? []));
  if (documents.length === 0)
    return { places: [{ in: 'task', field: 'goal' }], action: { do: 'editTask', field: 'goal' } };
  return { places: [{ in: 'scope', documents }], action: { do: 'leaveOut', documents } };
}
