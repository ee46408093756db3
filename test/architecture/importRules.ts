import {
  BARE_GATE_FILE,
  ENGINE_FILE,
  FORBIDDEN_BUILTINS,
  FREE_OF_VOCABULARY,
  findLayer,
  GATE_FILE,
  isShipped,
  isWithin,
  type Layer,
  VOCABULARY_FILE,
} from './layers.ts';
import { findCycles, findTrail, type Link } from './moduleGraph.ts';
import type { Rule } from './violation.ts';

export type LinkOffence = { rule: Rule; link: Link; message: string };

/** What is wrong with one import, seen alone. */
export function checkLink(link: Link): LinkOffence[] {
  const layer = findLayer(link.from);
  if (layer === undefined) return [];
  const reason = findLayerReason(link, layer);
  const offences: LinkOffence[] = reason === undefined ? [] : [{ rule: 'layer', link, message: reason }];
  const name = link.target.to === 'builtin' ? link.target.name : '';
  if (isShipped(link.from) && FORBIDDEN_BUILTINS.has(name)) {
    const rule = /^(repl|vm|wasi)$/.test(name) ? 'evaluation' : 'network';
    offences.push({ rule, link, message: `node:${name} is forbidden` });
  }
  if (name === 'sqlite' && link.kind === 'value') {
    offences.push({ rule: 'lazySqlite', link, message: 'node:sqlite must be imported lazily' });
  }
  if (passesGateAside(link))
    offences.push({ rule: 'gate', link, message: `only ${GATE_FILE} applies the gates` });
  return offences;
}

/** What is wrong with the imports taken together. */
export function checkLinks(links: readonly Link[]): LinkOffence[] {
  const cycles = findCycles(links).map((ring) => toOffence('cycle', links, ring));
  const runtime = links.filter(({ kind }) => kind === 'value' || kind === 'dynamic');
  const starts = new Set(runtime.map(({ from }) => from).filter(isFreeOfVocabulary));
  const trails = [...starts].flatMap((start) =>
    [VOCABULARY_FILE, ENGINE_FILE].map((file) => findTrail(runtime, start, file)),
  );
  const reaches = trails
    .filter((trail) => trail !== undefined)
    .filter((trail) => !isFreeOfVocabulary(trail[1] ?? ''))
    .map((trail) => toOffence('vocabularyReach', runtime, trail));
  return [...cycles, ...reaches];
}

function passesGateAside({ from, target, kind }: Link): boolean {
  const isGate = target.to === 'file' && target.path === BARE_GATE_FILE;
  return isGate && kind !== 'type' && isShipped(from) && from !== GATE_FILE;
}

function findLayerReason({ target, from }: Link, layer: Layer): string | undefined {
  switch (target.to) {
    case 'unknown':
      return layer.computed ? undefined : 'import that cannot be checked';
    case 'builtin':
      return layer.builtins ? undefined : `${layer.path} may not import node:${target.name}`;
    case 'package':
      return mayImportPackage(layer, target.name) ? undefined : `${layer.path} may not import ${target.name}`;
    case 'file':
      if (target.path === from || layer.mayImport.some((allowed) => isWithin(target.path, allowed)))
        return undefined;
      return `${layer.path} may not import ${target.path}`;
    default:
      return target satisfies never;
  }
}

function mayImportPackage({ packages }: Layer, name: string): boolean {
  return packages.includes(name) || (packages.includes('*') && name !== 'vscode');
}

function isFreeOfVocabulary(path: string): boolean {
  return FREE_OF_VOCABULARY.some((folder) => isWithin(path, folder));
}

/** Puts the blame on the first import of a way through the tree. */
function toOffence(
  rule: Rule,
  links: readonly Link[],
  [from, next, ...rest]: readonly string[],
): LinkOffence {
  const link = links.find(
    ({ from: start, target }) => start === from && target.to === 'file' && target.path === next,
  );
  if (link === undefined) throw new Error(`No import leads from ${from} to ${next}`);
  return { rule, link, message: [from, next, ...rest].join(' → ') };
}
