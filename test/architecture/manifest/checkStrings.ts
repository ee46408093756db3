import type { ManifestCheck, ManifestStrings } from './subject.ts';

/** Fields of a manifest that a user reads. The labels of models are names, the same in every language. */
const SHOWN_FIELDS: ReadonlySet<string> = new Set([
  'category',
  'contents',
  'contextualTitle',
  'description',
  'displayName',
  'enumDescriptions',
  'label',
  'markdownDescription',
  'markdownEnumDescriptions',
  'name',
  'title',
]);
/** Top-level fields with such texts; `name` is an id there. */
const SHOWN_PARTS = ['displayName', 'description', 'capabilities', 'contributes'] as const;
/** The same in every language. */
const PRODUCT = 'Token Meter';

/** Every text of the manifest is a `%key%`, and every language has each key, no other. */
export const checkStrings: ManifestCheck = ({ written, strings }) => {
  const { en, ...others } = strings;
  const texts = listTexts(written);
  const used = texts.flatMap((text) => keyOf(text) ?? []);
  return [
    ...texts
      .filter((text) => text !== PRODUCT && keyOf(text) === undefined)
      .map((text) => `text "${text}": not in package.nls.json`),
    ...compareKeys(used, Object.keys(en)),
    ...Object.entries(others).flatMap(([language, own]) =>
      compareKeys(Object.keys(en), Object.keys(own)).map((fault) => `${language}: ${fault}`),
    ),
  ];
};

/** A manifest with its texts in place of their keys; a key without a text stays. */
export function resolveStrings(json: unknown, { en }: ManifestStrings): unknown {
  const resolved: unknown = JSON.parse(JSON.stringify(json), (_name, value: unknown) =>
    typeof value === 'string' ? (en[keyOf(value) ?? ''] ?? value) : value,
  );
  return resolved;
}

function compareKeys(used: readonly string[], known: readonly string[]): string[] {
  return [
    ...[...new Set(used)].filter((key) => !known.includes(key)).map((key) => `text %${key}%: missing`),
    ...known.filter((key) => !used.includes(key)).map((key) => `text %${key}%: unused`),
  ];
}

function keyOf(text: string): string | undefined {
  return /^%([^%]+)%$/.exec(text)?.[1];
}

function listTexts(manifest: unknown): string[] {
  const parts = manifest as Readonly<Record<string, unknown>>;
  return SHOWN_PARTS.flatMap((part) => collectTexts(part, parts[part]));
}

function collectTexts(field: string, value: unknown): string[] {
  if (typeof value === 'string') return SHOWN_FIELDS.has(field) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((element) => collectTexts(field, element));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'default' ? [] : collectTexts(name, inner),
  );
}
