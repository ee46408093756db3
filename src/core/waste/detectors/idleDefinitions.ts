import { message } from '../../message.ts';
import { DEFINITION_KINDS, type DefinitionKind } from '../../usage/sessionEvent.ts';
import { addCarried, carry } from '../carry.ts';
import { sums } from '../describe.ts';
import { perProject } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Definitions, Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** Per call: less is not felt. */
  leastTokens: 500,
  /** What two sessions did not use, the third one may. */
  leastSessions: 3,
  leastIdleShare: 0.5,
};

/** What lists are called, and how a use of one of their names shows in a tool's call. */
const LISTS: Readonly<
  Record<DefinitionKind, { title: string; isUse: (use: ToolUse, name: string) => boolean }>
> = {
  skills: {
    title: 'skills',
    isUse: ({ tool, target }, name) => tool === 'Skill' && isName(target, name),
  },
  agents: {
    title: 'sub-agents',
    isUse: ({ action, target }, name) => action === 'delegate' && isName(target, name),
  },
  tools: { title: 'tools', isUse: ({ tool }, name) => tool === name },
  mcpServer: { title: 'MCP servers', isUse: ({ tool }, name) => tool.startsWith(`mcp__${name}__`) },
  // Whether a model heeds its instructions shows in nothing that is logged.
  instructions: { title: 'instruction files', isUse: () => true },
};

/** Skills, agents, tools and servers that are described in every call of a project and hardly ever used. */
export const IDLE_DEFINITIONS = perProject('Idle definitions', (threads) => {
  const listings = threads.flatMap((thread) =>
    thread.definitions.map((definitions): Listing => ({ thread, definitions })),
  );
  return DEFINITION_KINDS.flatMap((what) =>
    toDrafts(
      what,
      listings.filter(({ definitions }) => definitions.what === what),
    ),
  );
});

type Listing = { thread: Thread; definitions: Definitions };

function toDrafts(what: DefinitionKind, listings: readonly Listing[]): Draft[] {
  const threads = [...new Set(listings.map(({ thread }) => thread))];
  const names = [...new Set(listings.flatMap(({ definitions }) => definitions.names))];
  const { isUse, title } = LISTS[what];
  const used = names.filter((name) => threads.some(({ uses }) => uses.some((use) => isUse(use, name))));
  const idleShare = names.length === 0 ? 0 : 1 - used.length / names.length;
  const largest = Math.max(...listings.map(({ definitions }) => definitions.tokens));
  const sessions = new Set(threads.map(({ sessionId }) => sessionId)).size;
  if (
    sessions < LIMITS.leastSessions ||
    idleShare < LIMITS.leastIdleShare ||
    largest * idleShare < LIMITS.leastTokens
  )
    return [];
  const carried = addCarried(
    listings.map(({ thread, definitions: { tokens, seenFrom, seenTo } }) =>
      carry(thread, Math.round(tokens * idleShare), seenFrom, seenTo),
    ),
  );
  if (carried.tokens === 0) return [];
  return [
    {
      title: message(
        '{0} {1} are listed in every session, {2} of them were used in {3} sessions',
        names.length,
        title,
        used.length,
        sessions,
      ),
      subject: `${what}@${threads[0]?.project ?? ''}`,
      threads,
      kind: 'estimated',
      formula: message(
        'size of the list (up to {0} tokens) × the share of names that were never used × the calls that carried it, at what each paid for a token of its input',
        largest,
      ),
      ...sums(
        carried,
        listings.map(({ definitions }) => definitions.timestampMs),
      ),
      confidence: 0.8,
      items: [
        ...used.map((name) => ({ name, timesMs: [], note: message('used') })),
        ...names
          .filter((name) => !used.includes(name))
          .map((name) => ({ name, timesMs: [], note: message('never used') })),
      ],
      action: {
        kind: 'openAgentSettings',
        text: message('Turn off the {0} that this project does not need', title),
      },
    },
  ];
}

/** Skills of plugins are called with and without the plugin's name. */
function isName(target: string | undefined, name: string): boolean {
  return target === name || (target !== undefined && name.endsWith(`:${target}`));
}
