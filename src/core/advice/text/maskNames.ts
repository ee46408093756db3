/** Stands for one unit of what is only named, quoted or pasted. */
export const MASK = '\u00a7';

/**
 * The same text, unit for unit as long, with code, quotations, addresses and paths masked: what is found in it has the same offsets in the
 * text, and is never a word of a name. Every pattern bounds its repeats.
 */
export function maskNames(text: string): string {
  return MASKED.reduce(
    (masked, pattern) => masked.replace(pattern, (name) => MASK.repeat(name.length)),
    text,
  );
}

const MASKED: readonly RegExp[] = [
  /`[^`\n]{1,400}`/g,
  /"[^"\n]{1,300}"|\u201c[^\u201d\n]{1,300}\u201d|\u00ab[^\u00bb\n]{1,300}\u00bb|\u201e[^\u201c\u201d\n]{1,300}[\u201c\u201d]|\u300c[^\u300d\n]{1,300}\u300d/g,
  /\bhttps?:\/\/[^\s)>\u3002\uff0c]{1,2000}/g,
  /(?<![\w@./-])@?[\w.-]{1,80}(?:\/[\w@.*-]{0,79}[\w@*-]){1,20}\/?/g,
  /(?<![\w-])[\w-]{1,80}\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|cs|rb|php|sql|json|ya?ml|toml|md|css|scss|html|csv|log|txt|sh|zip|vue|svelte|swift|proto|lock|env)\b/g,
];
