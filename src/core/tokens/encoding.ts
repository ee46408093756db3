/** The vocabularies this project counts with exactly. `o200k_harmony` (gpt-oss) counts text as `o200k_base` does. */
export const ENCODING_NAMES = ['o200k_base', 'cl100k_base'] as const;

export type EncodingName = (typeof ENCODING_NAMES)[number];
