import type { DefinitionKind, SessionEventBody } from '../sessionEvent.ts';
import { type JsonObject, readArray, readObject, readText } from './readFields.ts';

/** Where an attachment has its names and its texts, by its type. */
const ATTACHMENTS: Readonly<Record<string, { what: DefinitionKind; names: string; texts: string }>> = {
  skill_listing: { what: 'skills', names: 'names', texts: 'content' },
  agent_listing_delta: { what: 'agents', names: 'addedTypes', texts: 'addedLines' },
  deferred_tools_delta: { what: 'tools', names: 'addedNames', texts: 'addedLines' },
  mcp_instructions_delta: { what: 'mcpServer', names: 'addedNames', texts: 'addedBlocks' },
};

/** What Claude Code says to the model before anybody has asked for it: lists of skills, agents and tools, instructions of servers and files. */
export function claudeDefinitions(attachment: JsonObject): SessionEventBody[] {
  const type = readText(attachment['type']) ?? '';
  if (type === 'nested_memory') {
    const { path, content } = readObject(attachment['content']);
    return definitions('instructions', [readText(path) ?? ''], readText(content) ?? '');
  }
  const row = Object.hasOwn(ATTACHMENTS, type) ? ATTACHMENTS[type] : undefined;
  if (row === undefined) return [];
  return definitions(row.what, readTexts(attachment[row.names]), readTexts(attachment[row.texts]).join('\n'));
}

function definitions(what: DefinitionKind, names: readonly string[], text: string): SessionEventBody[] {
  return text === '' ? [] : [{ kind: 'definitions', what, names, chars: text.length }];
}

function readTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return readArray(value).filter((part) => typeof part === 'string');
}
