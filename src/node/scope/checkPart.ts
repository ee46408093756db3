import { relative, sep } from 'node:path';
import type { ManyFilesItem } from '../../core/context/scopeItem.ts';
import { isWithin } from '../files/pathWithin.ts';
import type { MeasuredNode } from './measuredTree.ts';

/** Whether a part of an item of many files is left out: by itself, with a folder around it, or with the whole item. */
export function isPartChecked(item: ManyFilesItem, path: string): boolean {
  return item.checked && !item.excluded.some((excluded) => isWithin(excluded, path));
}

/**
 * Takes a file or folder of such an item in, or leaves it out, with all that lies below. What lies beside a part
 * that is taken in from a folder that is left out stays left out; `tree` says what that is.
 */
export function checkPart<T extends ManyFilesItem>(
  item: T,
  tree: MeasuredNode,
  path: string,
  checked: boolean,
): T {
  const others = item.excluded.filter((excluded) => !isWithin(path, excluded));
  if (!checked) return { ...item, excluded: [...others, path] };
  if (!item.checked) return { ...item, checked, excluded: pathsBeside(tree, item.path, path) };
  const around = others.filter((excluded) => isWithin(excluded, path));
  const beside = around.flatMap((excluded) => pathsBeside(tree, excluded, path));
  return { ...item, excluded: [...others.filter((excluded) => !around.includes(excluded)), ...beside] };
}

/** Everything in the folders from `from` down to `path` that does not lie on the way. */
function pathsBeside(tree: MeasuredNode, from: string, path: string): string[] {
  const beside: string[] = [];
  let node: MeasuredNode | undefined = tree;
  for (const name of relative(tree.path, path).split(sep)) {
    const next: MeasuredNode | undefined = node?.children.get(name);
    if (node !== undefined && isWithin(from, node.path)) {
      for (const child of node.children.values()) if (child !== next) beside.push(child.path);
    }
    node = next;
  }
  return beside;
}
