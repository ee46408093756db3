/** The languages whose words the checks know; `other` is any other one, of which nothing is said that hangs on words. */
export const LANGUAGES = ['en', 'de', 'zh', 'fr', 'es', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

const SAMPLE_UNITS = 4_000;

/** The language of a prompt by its script and its smallest words. Latin text without any of these is taken for English. */
export function findLanguage(prose: string): Language {
  const sample = prose.slice(0, SAMPLE_UNITS);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return 'en';
  if (count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) * 10 > letters)
    return 'other';
  if (count(sample, /\p{Script=Han}/gu) * 5 > letters) return 'zh';
  if (count(sample, /\p{Script=Latin}/gu) * 2 < letters) return 'other';
  const counts = SMALL_WORDS.map(([language, pattern]) => ({ language, hits: count(sample, pattern) }));
  const best = counts.reduce((a, b) => (b.hits > a.hits ? b : a));
  return best.hits === 0 ? 'en' : best.language;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const SMALL_WORDS: readonly (readonly [Language, RegExp])[] = [
  [
    'en',
    words(
      'the|and|of|to|in|is|it|for|this|that|with|on|a|an|my|our|you|please|not|must|when|what|why|how|are|be|as|from|by|all|up',
    ),
  ],
  [
    'de',
    words(
      'der|die|das|und|nicht|mit|für|ist|den|dem|ein|eine|einen|einer|bitte|wenn|auf|zu|von|im|soll|muss|dass|sich|kannst|du|wir|ich|bei|nach|alle|in|um|dieses|diese|dieser|diesen|benenne|fasse|behebe|füge|schreibe|ändere|erstelle|entferne|ersetze|verbessere|optimiere|warum|wie|was|mir',
    ),
  ],
  [
    'fr',
    words(
      'le|la|les|et|des|un|une|pour|dans|est|avec|que|qui|du|ne|pas|sur|ce|cette|vous|nous|je|au|tous|il|de|en|doit',
    ),
  ],
  [
    'es',
    words('el|la|los|las|y|un|una|para|en|es|con|que|del|no|por|se|su|este|esta|todos|si|al|cuando|debe|de'),
  ],
  [
    'other',
    words(
      'il|di|che|per|non|è|gli|della|nel|o|os|as|uma|não|em|do|da|para|het|een|van|niet|met|voor|och|att|som|jest|nie|się|w|na|je|se',
    ),
  ],
];

function words(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${list})(?![\\p{L}\\p{N}_])`, 'giu');
}
