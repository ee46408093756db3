import fc from 'fast-check';

/** What every snapshot holds beside the view of its tab. */
export const METER = {
  model: { label: 'M', vendor: 'V' },
  pricesDate: '2026-11-22',
  pricesAgeDays: 0,
  encoding: 'o200k_base',
  rows: [],
};

/** What stands in no message. */
const JUNK = [
  null,
  'x'.repeat(1001),
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [[]],
  { html: '<b>' },
] as const;

/** The value with one of its leaves or branches, anywhere, in place of which stands what no schema takes, or with a field too many. */
export function mutations(value: object): fc.Arbitrary<unknown> {
  const places = listPlaces(value);
  return fc
    .tuple(fc.nat(places.length - 1), fc.constantFrom(...JUNK), fc.boolean())
    .map(([at, junk, isAdded]) => {
      const copy: unknown = structuredClone(value);
      const place = places[at]!;
      const parent = place
        .slice(0, -1)
        .reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), copy);
      const key = isAdded && !Array.isArray(parent) ? 'extra' : place.at(-1)!;
      Reflect.set(Object(parent), key, junk);
      return copy;
    });
}

function listPlaces(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...path, key],
    ...listPlaces(inner, [...path, key]),
  ]);
}
