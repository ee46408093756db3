import { expect, it } from 'vitest';
import type { Platform } from '../../../../src/core/usage/sources/logSource.ts';
import { LOG_SOURCES } from '../../../../src/core/usage/sources/sources.ts';
import type { SourceId } from '../../../../src/core/usage/usageRecord.ts';

type Env = Record<string, string>;

/** The format that a source has for a path: of a root above it that enters all folders on the way. */
function formatAt(source: SourceId, platform: Platform, env: Env, path: string): string | undefined {
  const roots = LOG_SOURCES[source].roots({ home: '/h', platform, env });
  for (const root of roots) {
    if (path === root.path) return root.format(path.slice(path.lastIndexOf('/')));
    if (!path.startsWith(`${root.path}/`)) continue;
    const names = path.slice(root.path.length + 1).split('/');
    const folders = names.slice(0, -1).map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
    if (folders.some((folder) => root.skipFolder?.(folder))) continue;
    const format = root.format(`/${names.join('/')}`);
    if (format !== undefined) return format;
  }
  return undefined;
}

const USER = '/h/.config/Code/User';
const MSIX = 'AppData/Local/Packages/Claude_pzs8sxrjxfjjc/LocalCache/Roaming/Claude';
const IN_DESKTOP = 'local-agent-mode-sessions/a/b/.claude/projects/p/s.jsonl';

// Beside what the tests of each source have: places by variables of the tools, by system, and names that are none.
it.each<[SourceId, Platform, Env, string, string | undefined]>([
  ['claudeCode', 'linux', {}, `/h/.config/Claude/${IN_DESKTOP}`, 'transcript'],
  ['claudeCode', 'darwin', {}, `/h/Library/Application Support/Claude/${IN_DESKTOP}`, 'transcript'],
  ['claudeCode', 'win32', { APPDATA: '/r' }, `/r/Claude/${IN_DESKTOP}`, 'transcript'],
  ['claudeCode', 'win32', {}, `/h/${MSIX}/${IN_DESKTOP}`, 'transcript'],
  [
    'claudeCode',
    'win32',
    { LOCALAPPDATA: '/l' },
    `/l/Packages/x.Claude_1/LocalCache/Roaming/Claude/${IN_DESKTOP}`,
    'transcript',
  ],
  ['claudeCode', 'win32', {}, `/h/${MSIX.replace('Claude_pzs8sxrjxfjjc', 'Other')}/${IN_DESKTOP}`, undefined],
  ['claudeCode', 'linux', {}, `/h/${MSIX}/${IN_DESKTOP}`, undefined],
  ['claudeCode', 'linux', {}, '/h/.claude/projects/p/s/tool-results/r.txt', undefined],
  ['gemini', 'linux', { GEMINI_CLI_HOME: '/g' }, '/g/.gemini/tmp/p/chats/session-1.jsonl', 'lines'],
  ['gemini', 'linux', { GEMINI_DATA_DIR: '/d' }, '/d/tmp/p/chats/session-1.json', 'document'],
  ['gemini', 'linux', {}, '/h/.gemini/tmp/p/chats/session-1.jsonl.unreadable-1', undefined],
  ['openCode', 'linux', { XDG_DATA_HOME: '/x' }, '/x/opencode/opencode.db', 'database'],
  ['openCode', 'darwin', { OPENCODE_DATA_DIR: '/o' }, '/o/opencode.db', 'database'],
  ['copilotChat', 'linux', {}, `${USER}/globalStorage/github.copilot-chat/agent-traces.db`, 'traces'],
  ['copilotChat', 'linux', {}, `${USER}/globalStorage/emptyWindowChatSessions/1.jsonl`, 'session'],
  [
    'copilotChat',
    'linux',
    {},
    `${USER}/workspaceStorage/h/github.copilot-chat/debug-logs/s/main.jsonl`,
    'debugLog',
  ],
  [
    'copilotChat',
    'linux',
    {},
    `${USER}/workspaceStorage/h/GitHub.copilot/debug-logs/s/main.jsonl`,
    'debugLog',
  ],
  [
    'copilotChat',
    'linux',
    {},
    `${USER}/workspaceStorage/h/GitHub.copilot-chat/transcripts/s.jsonl`,
    undefined,
  ],
  ['copilotCli', 'linux', {}, '/h/.copilot/jb/1/partition-1.jsonl', undefined],
  ['copilotCli', 'linux', { COPILOT_HOME: '/c' }, '/c/session-state/u/events.jsonl', 'events'],
  ['copilotCli', 'linux', {}, '/h/.copilot/otel/cli-1.jsonl', 'spans'],
  ['copilotCli', 'linux', {}, '/h/.copilot/otel/old/cli-1.jsonl', undefined],
  ['copilotCli', 'linux', { COPILOT_OTEL_FILE_EXPORTER_PATH: '~/spans.log' }, '/h/spans.log', 'spans'],
  ['cline', 'linux', { CLINE_DATA_DIR: '/c' }, '/c/tasks/t/ui_messages.json', 'task'],
  ['cline', 'linux', { CLINE_SESSION_DATA_DIR: '/s' }, '/s/1/1.messages.json', 'session'],
])('%s on %s with %j takes %s for %s', (source, platform, env, path, format) => {
  expect(formatAt(source, platform, env, path)).toBe(format);
});
