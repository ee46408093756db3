import { message } from '../../message.ts';
import type { Advice, AdvicePlace } from '../advice.ts';
import type { AdviceInput, Check } from '../check.ts';
import { lineRange } from '../text/lineRange.ts';
import { uniqueDocuments } from '../uniqueDocuments.ts';

/** The gates redact what they find, and no pattern finds everything: what holds one secret may hold another. */
export const secrets: Check = {
  id: 'secrets',
  thresholds: {},
  find(input) {
    const found = input.gated?.secrets ?? [];
    if (found.length === 0) return [];
    const places = found.flatMap(({ line }) => placeOfLine(input, line));
    const documents = places.flatMap((place) => (place.in === 'scope' ? place.documents : []));
    const what = [...new Set(found.map(({ label }) => label))].join(', ');
    const action: Advice['action'] =
      documents.length > 0 ? { do: 'leaveOut', documents: uniqueDocuments(documents) } : { do: 'rewrite' };
    return [
      {
        check: 'secrets',
        title:
          found.length === 1
            ? message('A secret is in it ({0}): it is redacted in copies, and better left out.', what)
            : message(
                '{0} secrets are in it ({1}): they are redacted in copies, and better left out.',
                found.length,
                what,
              ),
        places,
        action,
      },
    ];
  },
};

/** The item whose line it is, or the line of the prompt itself. */
function placeOfLine({ scope, text }: AdviceInput, line: number): AdvicePlace[] {
  if (scope === undefined) return [{ in: 'text', ...lineRange(text, line) }];
  const document = scope.documentOfLine(line);
  return [document === undefined ? { in: 'task', field: 'goal' } : { in: 'scope', documents: [document] }];
}
