/** Identifiers by number: each is kept once for a whole repository. Numbers are never given up. */
export class IdentifierTable {
  readonly names: string[] = [];
  /** The same in lower case, for looking up words. */
  readonly lowerNames: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(names: readonly string[] = []) {
    for (const name of names) this.intern(name);
  }

  intern(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const own = detach(name);
    const number = this.names.push(own) - 1;
    this.lowerNames.push(own.toLowerCase());
    this.numbers.set(own, number);
    return number;
  }

  numberOf(name: string): number | undefined {
    return this.numbers.get(name);
  }
}

/** The same string with memory of its own: a part of a text would keep the whole text alive. */
export function detach(part: string): string {
  return part.length < LEAST_PART ? part : part.split('').join('');
}

/** Shorter parts are copied by the engine anyway. */
const LEAST_PART = 13;
