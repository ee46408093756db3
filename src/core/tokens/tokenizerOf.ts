import type { TokenizerModel } from './tokenCount.ts';
import {
  CL100K,
  CLAUDE_3,
  CLAUDE_5,
  CLAUDE_47,
  GEMINI,
  GROK,
  KIMI,
  NEAR_O200K,
  O200K,
  UNKNOWN,
} from './tokenizerModels.ts';

/** Families by what their ids contain, the first match decides. Prefixes of hosts and dates at the end do not matter. */
const FAMILIES: readonly (readonly [pattern: RegExp, tokenizer: TokenizerModel])[] = [
  [/\bgpt-(4o|4\.1|4\.5|5|oss)|\bchatgpt-4o|\bo[1-4](-|$)|\bcodex-/, O200K],
  [/\bgpt-(4|3\.5)(-|$)/, CL100K],
  [/\bclaude-fable-5/, CLAUDE_47],
  [/\bgem(ini|ma)-/, GEMINI],
  [/\b(llama|mistral|mixtral|codestral|devstral|deepseek|qwen|glm)/, NEAR_O200K],
  [/\bkimi-/, KIMI],
  [/\bgrok-/, GROK],
];

/** `claude-opus-4-8`, `claude-3-5-sonnet-20241022`, `claude-opus-4.6`: the version without the date. */
const CLAUDE_VERSION = /\bclaude(?:-[a-z]+)*-(\d+)(?:[.-](\d{1,2}))?(?!\d)/;

/** How a model's tokens are estimated, from its id alone. A model of no known family is `rough`. */
export function tokenizerOf(modelId: string): TokenizerModel {
  const id = modelId.toLowerCase();
  return FAMILIES.find(([pattern]) => pattern.test(id))?.[1] ?? claudeOf(id) ?? UNKNOWN;
}

function claudeOf(id: string): TokenizerModel | undefined {
  const version = CLAUDE_VERSION.exec(id);
  if (version === null) return undefined;
  const [major, minor] = [Number(version[1]), Number(version[2] ?? 0)];
  // A later generation may have another vocabulary: nothing is known of it.
  if (major > 5) return undefined;
  if (major === 5) return CLAUDE_5;
  return major === 4 && minor >= 7 ? CLAUDE_47 : CLAUDE_3;
}
