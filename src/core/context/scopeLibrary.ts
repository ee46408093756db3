import * as v from 'valibot';
import { parseScope } from './parseScope.ts';
import type { Scope } from './scope.ts';
import { EMPTY_TASK, parseTask, type Task } from './task.ts';

/** A scope with the task it is for. The one without a name is where work starts. */
export type NamedScope = { name: string; scope: Scope; task: Task };

/** The scopes of a workspace; names are unique, and `active` is one of them. What changes is always the active one. */
export type ScopeLibrary = { active: string; scopes: readonly NamedScope[] };

export const UNNAMED = '';
export const MAX_NAME_LENGTH = 100;

export const EMPTY_LIBRARY: ScopeLibrary = { active: UNNAMED, scopes: [emptyScope(UNNAMED)] };

export function activeScope({ active, scopes }: ScopeLibrary): NamedScope {
  return scopes.find(({ name }) => name === active) ?? emptyScope(active);
}

/** Changes the active scope. */
export function changeActive(
  library: ScopeLibrary,
  change: Partial<Pick<NamedScope, 'scope' | 'task'>>,
): ScopeLibrary {
  const { active, scopes } = library;
  return { active, scopes: scopes.map((each) => (each.name === active ? { ...each, ...change } : each)) };
}

/** Gives the active scope a name; what had that name before is replaced. A scope that had another name keeps that one too. */
export function saveScopeAs(library: ScopeLibrary, name: string): ScopeLibrary {
  const current = activeScope(library);
  if (name === current.name) return library;
  const others = library.scopes.filter((each) => each.name !== name);
  const left = current.name === UNNAMED ? replaceScope(others, UNNAMED, emptyScope(UNNAMED)) : others;
  return { active: name, scopes: [...left, { ...current, name }] };
}

/** Makes another scope the active one; one that is not there yet starts empty. */
export function switchScope({ scopes }: ScopeLibrary, name: string): ScopeLibrary {
  const isKnown = scopes.some((each) => each.name === name);
  return { active: name, scopes: isKnown ? scopes : [...scopes, emptyScope(name)] };
}

/** Nothing happens to the scope without a name, or when the new name is taken. */
export function renameScope({ active, scopes }: ScopeLibrary, from: string, to: string): ScopeLibrary {
  if (from === UNNAMED || scopes.some(({ name }) => name === to)) return { active, scopes };
  return {
    active: active === from ? to : active,
    scopes: scopes.map((each) => (each.name === from ? { ...each, name: to } : each)),
  };
}

/** Deletes a scope; of the one without a name only what is in it. */
export function deleteScope({ active, scopes }: ScopeLibrary, name: string): ScopeLibrary {
  if (name === UNNAMED) return { active, scopes: replaceScope(scopes, UNNAMED, emptyScope(UNNAMED)) };
  const kept = scopes.filter((each) => each.name !== name);
  return active === name ? switchScope({ active, scopes: kept }, UNNAMED) : { active, scopes: kept };
}

/** Adds a scope under its name, with a number behind it where the name is taken, and makes it the active one. */
export function addScope({ scopes }: ScopeLibrary, added: NamedScope): ScopeLibrary {
  const names = new Set(scopes.map((each) => each.name));
  let { name } = added;
  for (let number = 2; names.has(name); number += 1) name = numberName(added.name, number);
  return { active: name, scopes: [...scopes, { ...added, name }] };
}

/** A library as it was stored, whatever is stored: what is not a scope is left out. */
export function parseLibrary(stored: unknown): ScopeLibrary {
  const library = v.safeParse(LIBRARY, stored);
  if (!library.success) return EMPTY_LIBRARY;
  const byName = new Map<string, NamedScope>();
  for (const each of library.output.scopes) {
    const parsed = v.safeParse(NAMED_SCOPE, each);
    if (!parsed.success || byName.has(parsed.output.name)) continue;
    const { name, scope, task } = parsed.output;
    byName.set(name, { name, scope: parseScope(scope), task: parseTask(task) });
  }
  const all = byName.has(UNNAMED) ? byName : new Map([[UNNAMED, emptyScope(UNNAMED)], ...byName]);
  const { active } = library.output;
  return {
    active: typeof active === 'string' && all.has(active) ? active : UNNAMED,
    scopes: [...all.values()],
  };
}

const LIBRARY = v.object({ active: v.optional(v.unknown()), scopes: v.array(v.unknown()) });
const ANY = v.optional(v.unknown());
const NAMED_SCOPE = v.object({ name: v.string(), scope: ANY, task: ANY });

/** No longer than a name may be. */
function numberName(name: string, number: number): string {
  const suffix = ` ${number}`;
  return name.slice(0, MAX_NAME_LENGTH - suffix.length).trimEnd() + suffix;
}

function emptyScope(name: string): NamedScope {
  return { name, scope: [], task: EMPTY_TASK };
}

function replaceScope(scopes: readonly NamedScope[], name: string, by: NamedScope): NamedScope[] {
  return scopes.map((each) => (each.name === name ? by : each));
}
