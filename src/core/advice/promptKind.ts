import { isInstructions } from '../context/orderParts.ts';

/** A prompt is sent once, instructions go with every request. */
export const PROMPT_KINDS = ['prompt', 'instructions'] as const;
export type PromptKind = (typeof PROMPT_KINDS)[number];

/** What a file is, by its path with `/` between its parts. */
export function promptKindOf(path: string): PromptKind {
  return isInstructions(path) ||
    /(?:^|\/)SKILL\.md$|\.instructions\.md$|\.claude\/rules\/[^/]+\.md$/.test(path)
    ? 'instructions'
    : 'prompt';
}

/** Where standing instructions of a project lie, relative to its folder. */
export const INSTRUCTION_FILES = [
  'CLAUDE.md',
  'AGENTS.md',
  'GEMINI.md',
  '.github/copilot-instructions.md',
  '.cursorrules',
  '.windsurfrules',
  '.clinerules',
] as const;
