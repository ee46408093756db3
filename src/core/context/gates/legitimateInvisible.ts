/** Scripts whose letters join, so that a (non-)joiner changes what is written: Persian, Hindi, Malayalam and so on. */
const JOINING_SCRIPTS =
  'Arabic Syriac Nko Mandaic Mongolian Phags_Pa Adlam Hanifi_Rohingya Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan Balinese Javanese Tai_Tham';
/** Scripts written without spaces, where a zero-width space marks where a line may break. */
const UNSPACED_SCRIPTS = 'Thai Lao Khmer Myanmar Tibetan Javanese Balinese Tai_Tham';

const JOINING = scriptClass(JOINING_SCRIPTS);
const UNSPACED = scriptClass(UNSPACED_SCRIPTS);
const JAMO = String.raw`[\u1100-\u115e\u1161-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]`;

/** The flags of England, Scotland and Wales: the only tag sequences that Unicode recommends for interchange. */
const FLAG_TAGS = ['gbeng', 'gbsct', 'gbwls'].map((region) => `${writeTags(region)}\u{e007f}`).join('|');

/**
 * Where an invisible character belongs to what is visibly written. Every alternative is one visible character with what belongs to it,
 * directly next to each other, so that taking out everything else never makes or breaks one.
 *
 * - an emoji with its presentation selector, joined emoji, keycaps, the three flags made of tags;
 * - one (non-)joiner after a letter of a script that joins; a zero-width space between letters of a script without spaces;
 * - variation selectors after ideographs, Mongolian, Myanmar, Phags-pa and mathematical signs;
 * - Hangul fillers that stand for the missing part of an old syllable.
 */
const LEGITIMATE = new RegExp(
  [
    String.raw`\u{1f3f4}(?:${FLAG_TAGS})`,
    String.raw`[0-9#*]\ufe0f\u20e3`,
    String.raw`(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}])[\ufe0e\ufe0f]`,
    String.raw`(?<=[${JOINING}])[\u200c\u200d]`,
    String.raw`(?<=[${UNSPACED}])\u200b(?=[${UNSPACED}])`,
    String.raw`(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=\p{Script=Mongolian})[\u180b-\u180f]`,
    String.raw`(?<=[\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Sm}])\ufe00`,
    String.raw`\u115f(?=\u1160|${JAMO})`,
    String.raw`(?<=\u115f|${JAMO})\u1160`,
  ].join('|'),
  'uy',
);

/** End of the legitimate sequence that starts at `at`, in UTF-16 units; `undefined` where none does. */
export function legitimateEnd(text: string, at: number): number | undefined {
  LEGITIMATE.lastIndex = at;
  return LEGITIMATE.test(text) ? LEGITIMATE.lastIndex : undefined;
}

function scriptClass(scripts: string): string {
  return scripts.replace(/(\w+) ?/g, String.raw`\p{Script=$1}`);
}

function writeTags(ascii: string): string {
  return [...ascii].map((char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join('');
}
