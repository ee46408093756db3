import { message } from '../../message.ts';
import { addCarried, type Carried } from '../carry.ts';
import { sums } from '../describe.ts';
import { perSession } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Action, EvidenceItem } from '../finding.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** A few that look in different places are what sub-agents are for. */
  leastAgents: 4,
  /** Agents of one fan-out begin within this time. */
  burstMs: 2 * 60_000,
  /** What all of them read to begin with. */
  leastTokens: 40_000,
};

/** Many sub-agents at once: each pays for a system prompt, tools and a look around of its own. */
export const SUB_AGENT_FAN_OUT = perSession('Sub-agent fan-out', (threads) => {
  const logged = threads.filter(({ agentId }) => agentId !== undefined);
  const unlogged = threads.flatMap((thread) =>
    findBursts(thread.uses.filter(isUnlogged(logged)), ({ timestampMs }) => timestampMs).map((uses) => ({
      thread,
      uses,
    })),
  );
  return [...findBursts(logged, startOf).flatMap(toDrafts), ...unlogged.flatMap(toUnpriced)];
});

function findBursts<T>(agents: readonly T[], startMs: (agent: T) => number): T[][] {
  const bursts: T[][] = [];
  for (const agent of agents.toSorted((a, b) => startMs(a) - startMs(b))) {
    const burst = bursts.at(-1);
    const last = burst?.at(-1);
    if (burst !== undefined && last !== undefined && startMs(agent) - startMs(last) <= LIMITS.burstMs)
      burst.push(agent);
    else bursts.push([agent]);
  }
  return bursts.filter((burst) => burst.length >= LIMITS.leastAgents);
}

/** A sub-agent that has told how large it became, and of which there is no log that began when it did. */
function isUnlogged(logged: readonly Thread[]): (use: ToolUse) => boolean {
  return ({ agentTokens, timestampMs }) =>
    agentTokens !== undefined &&
    !logged.some((thread) => Math.abs(startOf(thread) - timestampMs) <= LIMITS.burstMs);
}

function startOf({ calls }: Thread): number {
  return calls[0]?.timestampMs ?? 0;
}

/** Claude Code does not always keep the logs of its sub-agents, but what they said in the end. */
function toUnpriced({ thread, uses }: { thread: Thread; uses: readonly ToolUse[] }): Draft[] {
  const tokens = uses.reduce((sum, { agentTokens = 0 }) => sum + agentTokens, 0);
  if (tokens < LIMITS.leastTokens) return [];
  const times = uses.map(({ timestampMs }) => timestampMs);
  return [
    {
      title: message('{0} sub-agents at once ended with {1} tokens in their contexts', uses.length, tokens),
      subject: `agents@${Math.min(...times)}`,
      threads: [thread],
      kind: 'measured',
      formula: message(
        "the size of each sub-agent's context when it ended, as logged; its calls are in no log, so that they cost more than that, and nobody knows what",
      ),
      ...sums({ tokens, costUsd: Number.NaN, charges: [] }, times),
      confidence: 0.5,
      items: uses.map(({ target = '', timestampMs, agentTokens = 0 }) => ({
        name: `sub-agent ${target}`.trimEnd(),
        timesMs: [timestampMs],
        tokens: agentTokens,
      })),
      action: ACTION,
    },
  ];
}

const ACTION: Action = {
  kind: 'writeInstructions',
  text: message('Give several questions to one sub-agent, and forbid what it must not look for'),
  proposal: {
    text: '- Start at most three sub-agents at once; give related questions to one of them, with the files that it needs.',
  },
};

function toDrafts(agents: readonly Thread[]): Draft[] {
  const begin = addCarried(agents.map(firstInput));
  if (begin.tokens < LIMITS.leastTokens) return [];
  return [
    {
      title: message('{0} sub-agents at once read {1} tokens only to begin', agents.length, begin.tokens),
      subject: `agents@${startOf(agents[0] as Thread)}`,
      threads: agents,
      kind: 'measured',
      formula: message("input of each sub-agent's first call: system prompt, tools and instructions"),
      ...sums(begin, agents.map(startOf)),
      confidence: 0.6,
      items: [...agents.map(describeAgent), ...sharedFiles(agents)],
      action: ACTION,
    },
  ];
}

function firstInput(thread: Thread): Carried {
  const call = thread.calls[0];
  if (call === undefined) return { tokens: 0, costUsd: 0, charges: [] };
  const { contextTokens, inputUsd } = call;
  return {
    tokens: contextTokens,
    costUsd: inputUsd,
    charges: [{ thread, part: 'context', fromCall: 0, toCall: 1, tokensPerCall: contextTokens }],
  };
}

function describeAgent({ agentId = '', calls }: Thread): EvidenceItem {
  const tokens = calls.reduce(
    (sum, { contextTokens, outputTokens }) => sum + contextTokens + outputTokens,
    0,
  );
  return {
    name: `sub-agent ${agentId}`,
    timesMs: calls.slice(0, 1).map(({ timestampMs }) => timestampMs),
    tokens,
    note: message('{0} calls', calls.length),
  };
}

function sharedFiles(agents: readonly Thread[]): EvidenceItem[] {
  const readers = new Map<string, { agents: Set<string>; timesMs: number[] }>();
  for (const { key, uses } of agents) {
    for (const { action, path, timestampMs } of uses) {
      if (action !== 'read' || path === undefined) continue;
      const known = readers.get(path) ?? { agents: new Set(), timesMs: [] };
      readers.set(path, known);
      known.agents.add(key);
      known.timesMs.push(timestampMs);
    }
  }
  return [...readers]
    .filter(([, { agents: by }]) => by.size > 1)
    .map(([name, { agents: by, timesMs }]) => ({
      name,
      timesMs,
      note: message('read by {0} of them', by.size),
    }));
}
