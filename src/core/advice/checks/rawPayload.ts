import { reduceText } from '../../context/reduce/reduceText.ts';
import { message } from '../../message.ts';
import type { Advice, AdvicePlace } from '../advice.ts';
import type { AdviceInput, Check } from '../check.ts';
import { savingWorthwhile } from '../text/savingWorthwhile.ts';

const LIMITS = {
  leastTokens: { value: 200, reason: 'Less is not worth reading a shortened text for.' },
  leastShare: { value: 0.3, reason: 'What keeps more than 70 % of its tokens was hardly repetitive.' },
};

/** A raw log, JSON or table: what the reducer would leave of it is measured by reducing it. */
export const rawPayload: Check = {
  id: 'rawPayload',
  thresholds: LIMITS,
  find(input, { text, payloads }) {
    return [
      ...payloads.flatMap(({ start, end }) => {
        const body = text.slice(start, end);
        const reduced = reduceText(body, { measure: input.countTokens });
        const place: AdvicePlace = { in: 'text', start, end };
        const replacement =
          /\n$/.test(reduced.text) || !/\n$/.test(body) ? reduced.text : `${reduced.text}\n`;
        return advise(input, body, reduced, place, { do: 'editText', edits: [{ start, end, replacement }] });
      }),
      ...(input.scope?.parts ?? []).flatMap((part) => {
        if (!part.isWhole) return [];
        const reduced = reduceText(part.text, {
          path: part.path === '' ? '' : part.label,
          measure: input.countTokens,
        });
        if (reduced.kind === 'generated') return [];
        const { itemId, path, label } = part;
        const place: AdvicePlace = { in: 'scope', documents: [{ itemId, path, label }] };
        return advise(input, part.text, reduced, place, {
          do: 'setDetail',
          documents: [{ itemId, path }],
          detail: 'reduced',
        });
      }),
    ];
  },
};

function advise(
  { countTokens }: AdviceInput,
  body: string,
  reduced: ReturnType<typeof reduceText>,
  place: AdvicePlace,
  action: Advice['action'],
): Advice[] {
  if (reduced.text === body) return [];
  const before = countTokens(body);
  const saving = before - countTokens(reduced.text);
  if (!savingWorthwhile(saving, before, LIMITS)) return [];
  const kind = reduced.format ?? reduced.kind;
  const after = before - saving;
  const percent = Math.max(1, Math.round((100 * after) / before));
  return [
    {
      check: 'rawPayload',
      title:
        place.in === 'scope'
          ? message(
              '{0} is raw {1}: reduced to {2} % of its tokens it says the same.',
              place.documents[0]?.label ?? '',
              kind,
              percent,
            )
          : message(
              'The pasted block is raw {0}: reduced to {1} % of its tokens it says the same.',
              kind,
              percent,
            ),
      places: [place],
      tokens: {
        tokens: saving,
        kind: 'measured',
        formula: message('{0} tokens − {1} tokens after reducing it', before, after),
      },
      action,
    },
  ];
}
