import type { Node } from '@vscode/tree-sitter-wasm';
import { docHead } from '../../core/context/outline/docHead.ts';
import type { LineIndex } from '../../core/context/outline/lineIndex.ts';
import type { OutlineEntry } from '../../core/context/outline/outlineEntry.ts';
import { signatureText } from '../../core/context/outline/signatureText.ts';
import type { LanguageRules } from './nodeRule.ts';

/** A signature of up to so many UTF-16 units is looked at. */
const MAX_SIGNATURE_UNITS = 4_000;

export type Source = { text: string; lineOf: LineIndex; rules: LanguageRules };
/** Comments and attributes above a node, and the node that it is wrapped in, if any. */
export type Lead = { above: readonly Node[]; wrapper?: Node };

/** The line of an outline for a node whose signature ends at the offset `end`, without its children. */
export function makeEntry(node: Node, end: number, { above, wrapper }: Lead, source: Source): OutlineEntry {
  const { lineOf, rules } = source;
  const whole = wrapper ?? node;
  const near = findAdjacent(above, whole, source);
  const attributes = near.filter((lead) => isKeptAttribute(lead, rules));
  const parts = [...attributes.map((lead) => lead.text), sliceWithoutComments(whole, end, source)];
  const comments = near.filter(
    (lead) => rules.comments.includes(lead.type) && rules.docComment?.test(lead.text),
  );
  const doc = docHead(joinComments(comments));
  return {
    line: lineOf((attributes[0] ?? whole).startIndex),
    text: signatureText(parts.join('\n')),
    ...(doc !== undefined && { doc }),
    children: [],
  };
}

/** Those of the comments and attributes that stand right above the node, without an empty line between. */
export function findAdjacent(above: readonly Node[], node: Node, source: Source): readonly Node[] {
  let next = node;
  let from = above.length;
  for (const lead of above.toReversed()) {
    if (source.lineOf(next.startIndex) - lastLineOf(lead, source) > 1) break;
    next = lead;
    from -= 1;
  }
  return above.slice(from);
}

/** Some grammars count the line end into a line comment. */
export function lastLineOf(node: Node, { text, lineOf }: Source): number {
  let end = node.endIndex;
  while (end > node.startIndex && /\s/.test(text.charAt(end - 1))) end -= 1;
  return lineOf(Math.max(node.startIndex, end - 1));
}

/** Of block comments the last one documents; line comments make one text. */
function joinComments(comments: readonly Node[]): string {
  const last = comments.at(-1)?.text ?? '';
  if (last.startsWith('/*')) return last;
  return comments.map((comment) => comment.text.trimEnd()).join('\n');
}

function isKeptAttribute(node: Node, { attributes, keptAttribute }: LanguageRules): boolean {
  return attributes?.includes(node.type) === true && keptAttribute?.test(node.text) !== false;
}

function sliceWithoutComments(node: Node, bodyStart: number, { text, rules }: Source): string {
  const end = Math.min(bodyStart, node.startIndex + MAX_SIGNATURE_UNITS);
  const slice = text.slice(node.startIndex, end);
  if (!/\/[/*]|#/.test(slice)) return slice;
  let kept = '';
  let from = node.startIndex;
  for (const comment of node.descendantsOfType([...rules.comments])) {
    if (comment === null || comment.startIndex >= end) break;
    kept += text.slice(from, comment.startIndex);
    // Where a line comment swallowed the line end, it is still one.
    if (/[\r\n]$/.test(comment.text)) kept += '\n';
    from = comment.endIndex;
  }
  return kept + text.slice(from, end);
}
