import { addCarried, type Carried, wholeCall } from './carry.ts';
import type { Thread, ToolUse, Turn } from './thread.ts';

/** What was done for one prompt. */
export type TurnFacts = {
  turn: Turn;
  uses: ToolUse[];
  calls: number;
  filesChanged: number;
  failures: number;
};

export function turnFacts(thread: Thread): TurnFacts[] {
  let at = 0;
  return thread.turns.map((turn) => {
    while ((thread.uses[at]?.madeBy ?? Number.POSITIVE_INFINITY) < turn.firstCall) at += 1;
    const start = at;
    while ((thread.uses[at]?.madeBy ?? Number.POSITIVE_INFINITY) < turn.endCall) at += 1;
    const uses = thread.uses.slice(start, at);
    const changed = uses.filter(({ action }) => action === 'edit' || action === 'write');
    return {
      turn,
      uses,
      calls: turn.endCall - turn.firstCall,
      filesChanged: new Set(changed.map(({ path }) => path)).size,
      failures: uses.filter(({ isError }) => isError).length,
    };
  });
}

/** All calls of turns: input and output. */
export function wholeTurns(thread: Thread, turns: readonly Turn[]): Carried {
  const calls = turns.flatMap(({ firstCall, endCall }) =>
    Array.from({ length: endCall - firstCall }, (_, index) => wholeCall(thread, firstCall + index)),
  );
  return addCarried(calls);
}
