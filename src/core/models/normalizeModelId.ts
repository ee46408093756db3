/**
 * A model's id as its vendor writes it, from one as tools and hosts do: `anthropic/claude-opus-4.6`, `us.anthropic.claude-haiku-4-5-20251001-v1:0`,
 * `copilot/gpt-5.5`, `claude-opus-4-6[1m]`, `gpt-5.4-2026-03-05`, `models/gemini-2.5-pro`, `z-ai/glm-4.5:free`.
 */
export function normalizeModelId(id: string): string {
  const bare = id
    .trim()
    .toLowerCase()
    .replace(/^.*\//s, '')
    .replace(/^(?:us|us-gov|eu|apac|jp|au|ca|global)\./, '')
    .replace(
      /^(?:anthropic|openai|google|meta|mistral|deepseek|qwen|moonshot|moonshotai|zai|xai|amazon)\./,
      '',
    )
    .replace(/\[1m\]$/, '')
    .replace(/:(?:free|thinking|beta|nitro|floor|extended|online)$/, '')
    .replace(/-v\d+(?::\d+)*$/, '')
    .replace(/[-@]20\d{2}-?\d{2}-?\d{2}$/, '');
  return bare.startsWith('claude') ? bare.replaceAll('.', '-') : bare;
}
