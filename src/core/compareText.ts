/** For sorting, the same in every language; what is unknown counts as the empty text. */
export function compareText(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
