/** The share of all their different members that two lists have in common; 0 where their sizes alone keep it below `least`. */
export function sharedShare<T>(
  a: ArrayLike<T> & Iterable<T>,
  b: ArrayLike<T> & Iterable<T>,
  least: number,
): number {
  if (Math.min(a.length, b.length) < least * Math.max(a.length, b.length)) return 0;
  const known = new Set(a);
  let shared = 0;
  for (const member of b) if (known.has(member)) shared += 1;
  return shared / (a.length + b.length - shared);
}
