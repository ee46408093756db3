import { relative, sep } from 'node:path';
import type { MeasuredFile } from '../../core/context/measuredScope.ts';
import { sumTextCounts, type TextCount } from '../../core/tokens/tokenCount.ts';

export type FileSum = { files: number; count: TextCount };

/** A file or a folder of a scope item, with everything below summed up. */
export type MeasuredNode = {
  path: string;
  /** By name, in the order of the files. */
  children: Map<string, MeasuredNode>;
  /** Present for a file, and for a folder that could not be read. */
  file?: MeasuredFile;
  /** What is part of the scope's text, and what the user has left out of it. */
  taken: FileSum;
  excluded: FileSum;
  skippedFiles: number;
};

/** Builds the tree of what was found at and below `path`, in one pass. */
export function buildMeasuredTree(path: string, files: readonly MeasuredFile[]): MeasuredNode {
  const root = newNode(path);
  for (const file of files) {
    let node = root;
    addTo(node, file);
    const way = relative(path, file.path);
    for (const name of way === '' ? [] : way.split(sep)) {
      node = childOf(node, name);
      addTo(node, file);
    }
    node.file = file;
  }
  return root;
}

function newNode(path: string): MeasuredNode {
  const nothing = () => ({ files: 0, count: sumTextCounts([]) });
  return { path, children: new Map(), taken: nothing(), excluded: nothing(), skippedFiles: 0 };
}

function childOf(node: MeasuredNode, name: string): MeasuredNode {
  const known = node.children.get(name);
  if (known !== undefined) return known;
  const child = newNode(`${node.path}${node.path.endsWith(sep) ? '' : sep}${name}`);
  node.children.set(name, child);
  return child;
}

function addTo(node: MeasuredNode, { count, skip, excluded }: MeasuredFile): void {
  if (skip !== undefined) node.skippedFiles += 1;
  if (count === undefined) return;
  const sum = excluded === undefined ? node.taken : node.excluded;
  sum.files += 1;
  sum.count = sumTextCounts([sum.count, count]);
}
