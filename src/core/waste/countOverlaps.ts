import type { Charge, Draft } from './draft.ts';
import type { Thread } from './thread.ts';

/**
 * Which share of each draft no draft before it has claimed, 0 to 1, in the same order. Of one call's input, and of its output, results of
 * different tools are different tokens and add up; the same result counts for its first finding; what does not name its tokens, such as a
 * carried history, is taken to be the same tokens as all else that is claimed of that call. No more is counted of a call than was billed for it.
 */
export function countOverlaps(drafts: readonly Draft[]): number[] {
  const claims = new Map<Thread, Claims>();
  const owners = new Map<string, number>();
  return drafts.map((draft, index) => {
    const all = draft.charges.reduce((sum, charge) => sum + tokensOf(charge), 0);
    if (all === 0) return 1;
    const own = draft.charges.filter((charge) => isFirst(charge, index, owners));
    const added = own.reduce((sum, charge) => sum + addCharge(charge, claims), 0);
    settle(draft.charges, claims);
    return Math.min(1, added / all);
  });
}

/** Of each call: named tokens, and the most that was claimed of all by earlier drafts and by this one. */
type Claims = Record<Charge['part'], { named: Float64Array; whole: Float64Array; own: Float64Array }>;

function isFirst({ thread, part, callId }: Charge, index: number, owners: Map<string, number>): boolean {
  if (callId === undefined) return true;
  const key = `${thread.key}:${part}:${callId}`;
  const owner = owners.get(key) ?? index;
  owners.set(key, owner);
  return owner === index;
}

/** Adds a claim and returns by how much more is claimed now. */
function addCharge(
  { thread, part, fromCall, toCall, tokensPerCall, callId }: Charge,
  claims: Map<Thread, Claims>,
): number {
  const { named, whole, own } = claimsOf(thread, claims)[part];
  const claimed = (call: number) =>
    Math.min(billed(thread, part, call), Math.max(named[call] ?? 0, whole[call] ?? 0, own[call] ?? 0));
  let added = 0;
  for (let call = fromCall; call < toCall; call++) {
    const before = claimed(call);
    const into = callId === undefined ? own : named;
    into[call] = (into[call] ?? 0) + tokensPerCall;
    added += claimed(call) - before;
  }
  return added;
}

/** What is known by the size of texts may come to more. */
function billed({ calls }: Thread, part: Charge['part'], index: number): number {
  const call = calls[index];
  if (call === undefined) return 0;
  if (part === 'context') return call.contextTokens;
  // Some logs have only the beginning of an answer.
  return call.record.quality === 'reported' ? call.outputTokens : Number.POSITIVE_INFINITY;
}

/** What a draft claimed without a name becomes a part of what all have claimed. */
function settle(charges: readonly Charge[], claims: Map<Thread, Claims>): void {
  for (const { thread, part, fromCall, toCall } of charges) {
    const { whole, own } = claimsOf(thread, claims)[part];
    for (let call = fromCall; call < toCall; call++) {
      whole[call] = Math.max(whole[call] ?? 0, own[call] ?? 0);
      own[call] = 0;
    }
  }
}

function claimsOf(thread: Thread, claims: Map<Thread, Claims>): Claims {
  const known = claims.get(thread);
  if (known !== undefined) return known;
  const create = () => {
    const list = () => new Float64Array(thread.calls.length);
    return { named: list(), whole: list(), own: list() };
  };
  const made: Claims = { context: create(), output: create() };
  claims.set(thread, made);
  return made;
}

function tokensOf({ fromCall, toCall, tokensPerCall }: Charge): number {
  return Math.max(0, toCall - fromCall) * tokensPerCall;
}
