import { countIdentifiers } from '../../context/suggest/facts/countIdentifiers.ts';
import { sharedShare } from '../../context/suggest/fit/sharedShare.ts';
import { hashText } from '../../hashText.ts';
import { message } from '../../message.ts';
import type { Advice } from '../advice.ts';
import type { AdvisedPart, Check } from '../check.ts';

const LIMITS = {
  leastTokens: { value: 100, reason: 'Small files are alike without being copies.' },
  leastIdentifiers: { value: 12, reason: 'The same bound as for copies in suggested scopes.' },
  leastShared: {
    value: 0.9,
    reason: 'Of ten words and of ten lines nine the same: the rest can be said in a sentence.',
  },
};

/** Two documents that say nearly the same. */
export const nearDuplicates: Check = {
  id: 'nearDuplicates',
  thresholds: LIMITS,
  find({ scope }) {
    const buckets = new Map<string, Fingerprint[]>();
    return (scope?.parts ?? []).flatMap((part) => {
      const own = fingerprintOf(part);
      if (own === undefined) return [];
      const known = own.keys.flatMap((key) => buckets.get(key) ?? []);
      const original = known.find((other) => isCopy(other, own));
      if (original !== undefined) return [advise(part, original.part)];
      for (const key of own.keys) remember(buckets, key, own);
      return [];
    });
  },
};

type Fingerprint = { part: AdvisedPart; identifiers: string[]; lines: string[]; keys: string[] };

/** Read of a document; what a longer one has beyond is not compared. */
const MOST_IDENTIFIERS = 5_000;
/** Documents are compared that share one of their least hashes: copies share most of them, others hardly one. */
const KEYS = 6;
/** Files of one template all share their keys; so many are compared. */
const MOST_IN_BUCKET = 20;

function fingerprintOf(part: AdvisedPart): Fingerprint | undefined {
  if (part.tokens < LIMITS.leastTokens.value) return undefined;
  const identifiers = [...countIdentifiers(part.text, MOST_IDENTIFIERS).keys()];
  if (identifiers.length < LIMITS.leastIdentifiers.value) return undefined;
  const lines = [...new Set(part.text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const keys = identifiers
    .map((identifier) => hashText(identifier))
    .sort()
    .slice(0, KEYS);
  return { part, identifiers, lines, keys };
}

function isCopy(a: Fingerprint, b: Fingerprint): boolean {
  const { value } = LIMITS.leastShared;
  return (
    sharedShare(a.identifiers, b.identifiers, value) >= value && sharedShare(a.lines, b.lines, value) >= value
  );
}

function remember(buckets: Map<string, Fingerprint[]>, key: string, own: Fingerprint): void {
  const bucket = buckets.get(key) ?? [];
  if (bucket.length < MOST_IN_BUCKET) buckets.set(key, [...bucket, own]);
}

function advise({ itemId, path, label, tokens }: AdvisedPart, original: AdvisedPart): Advice {
  return {
    check: 'nearDuplicates',
    title: message('{0} says nearly the same as {1}.', label, original.label),
    places: [{ in: 'scope', documents: [{ itemId, path, label }] }],
    tokens: { tokens, kind: 'measured', formula: message('tokens of the second document') },
    action: { do: 'leaveOut', documents: [{ itemId, path }] },
  };
}
