import { Tiktoken } from 'js-tiktoken/lite';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';

const VOCABULARIES = { o200k_base: new Tiktoken(o200k), cl100k_base: new Tiktoken(cl100k) };

/** Tokens of a text by another implementation than ours; markers such as `<|endoftext|>` are text. */
export function countReference(text: string, encoding: keyof typeof VOCABULARIES = 'o200k_base'): number {
  return VOCABULARIES[encoding].encode(text, [], []).length;
}

/** The same as it is shown: `1,234`. */
export function shownReference(text: string, encoding?: keyof typeof VOCABULARIES): string {
  return countReference(text, encoding).toLocaleString('en-US');
}
