/** Words of any script; of one without spaces each run of characters between marks is one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
