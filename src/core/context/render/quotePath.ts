/** JSON with everything invisible escaped as well: line separators, right-to-left marks, lone surrogates. */
export function quotePath(path: string): string {
  return JSON.stringify(path).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    [...Array(char.length).keys()]
      .map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
