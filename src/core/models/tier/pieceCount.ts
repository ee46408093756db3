/** From here on the same small piece of work is bulk. */
export const MANY_PIECES = 50;

/**
 * How many pieces of content a task names: 50,000 of "filter 50,000 contracts", 20,000 of "20k questions". Sizes, times, prices and
 * pieces of code are none. `undefined` when it names no number.
 */
export function readPieceCount(words: string): number | undefined {
  const counts = [...words.matchAll(COUNTED)]
    .filter(([, , , what = '']) => !NO_PIECES.test(what))
    .map(([, number = '', unit]) => toNumber(number, unit));
  if (MANY_IN_WORDS.test(words)) counts.push(1_000);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

const COUNTED =
  /(?<![\p{L}\p{N}.,-])(\d{1,3}(?:[., {2}']\d{3})+|\d+)(k\b| ?million\b| ?thousand\b)?(?: (?:of|de|of the))?((?: [\p{L}-]+){1,3}|[\p{Script=Han}]{1,8})/gu;

const MANY_IN_WORDS =
  /\b(?:(?:hundreds|thousands|millions|tens of thousands) of|(?:a|several|few) (?:hundred|thousand)|(?:tausende|hunderte)|des milliers|miles de|migliaia|milhares|тысяч)/u;

/** What follows a number without being a piece of content. */
const NO_PIECES =
  /^ (?:(?:x|times|ms|s|sec\w*|minutes?|mins?|hours?|days?|weeks?|months?|years?|kb|mb|gb|tb|[kmg]i?b|px|percent|rows?|users?|people|engineers?|customers? with|requests?|connections?|concurrent|columns|chars|characters|words|dollars?|usd|eur|euros?|am|pm|items?\/s|rpm|rps|lines of|loc|tokens?|steps?|services|tenants|teams|threads?|cores?|nodes|retries|usages?|call sites|callers|errors|decimals|bullet\w*|points?|or|and|to|in|is|at|on)(?![\p{L}-]))|^ \w+ (?:per|a) (?:second|day|month|minute|board)/u;

function toNumber(number: string, unit: string | undefined): number {
  const base = Number(number.replace(/\D/g, ''));
  if (unit === undefined) return base;
  return unit.trim() === 'million' ? base * 1_000_000 : base * 1_000;
}
