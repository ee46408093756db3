import { formatTokensInWords } from '../format.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { ContentMix } from '../tokens/contentMix.ts';
import { countForModel } from '../tokens/tokenCount.ts';
import { translate } from '../translate.ts';
import type { AdviceTokens } from './advice.ts';

/** `12 tokens, measured`: in the model's own tokens, which are an estimate of their own where its vocabulary is not known. */
export function sayTokens({ tokens, kind }: AdviceTokens, mix: ContentMix, { tokenizer }: ModelInfo): string {
  const words = formatTokensInWords(countForModel({ tokens, mix }, tokenizer));
  return kind === 'measured' ? translate('{0}, measured', words) : translate('{0}, estimated', words);
}
