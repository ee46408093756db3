import type { Node } from '@vscode/tree-sitter-wasm';
import { docHead } from '../../core/context/outline/docHead.ts';
import type { OutlineEntry } from '../../core/context/outline/outlineEntry.ts';
import type { ParsedSource, SourceSymbol, SymbolKind } from '../../core/context/outline/sourceSymbol.ts';
import { findAdjacent, type Lead, lastLineOf, makeEntry, type Source } from './makeEntry.ts';
import type { DeclarationRule, LanguageRules, NodeRule } from './nodeRule.ts';

/** Beyond this many levels nothing is read: no one nests so deep, and the stack is finite. */
const MAX_DEPTH = 60;
/** A value of up to so many UTF-16 units is shown. */
const MAX_VALUE_UNITS = 40;
const CLASS_LIKE: ReadonlySet<SymbolKind> = new Set(['class', 'interface', 'enum', 'implementation']);

/** Outline and symbols of a syntax tree. What the parser could not understand is looked through for what it could. */
export function readDeclarations(root: Node, source: Source): ParsedSource {
  const symbols: SourceSymbol[] = [];
  const entries = readChildren(root, { source, symbols, owner: undefined, depth: 0 });
  return { entries, symbols };
}

type Owner = { name: string; kind: SymbolKind };
type Scope = { source: Source; symbols: SourceSymbol[]; owner: Owner | undefined; depth: number };

function readChildren(parent: Node, scope: Scope): OutlineEntry[] {
  if (scope.depth > MAX_DEPTH) return [];
  const inner = { ...scope, depth: scope.depth + 1 };
  const entries: OutlineEntry[] = [];
  let above: Node[] = [];
  let previousLine = 0;
  for (const child of parent.children) {
    if (child === null) continue;
    const startLine = scope.source.lineOf(child.startIndex);
    if (isLead(child, scope.source.rules)) {
      // A comment at the end of a line belongs to that line.
      if (startLine !== previousLine) above.push(child);
    } else {
      if (child.isNamed) entries.push(...readNode(child, { above }, inner));
      above = [];
      previousLine = lastLineOf(child, scope.source);
    }
  }
  return entries;
}

function readNode(node: Node, lead: Lead, scope: Scope): OutlineEntry[] {
  const rule = findRule(node, scope.source.rules);
  switch (rule?.role) {
    case undefined:
      return [];
    case 'whole':
      return [makeEntry(node, node.endIndex, lead, scope.source)];
    case 'through':
      return readChildren(node, scope);
    case 'wrapper':
      return readWrapper(node, lead, scope, rule.orWhole === true);
    case 'declaration':
      return [readDeclaration(node, rule, lead, scope)];
    default:
      return rule satisfies never;
  }
}

function findRule(node: Node, { nodes }: LanguageRules): NodeRule | undefined {
  if (node.type === 'ERROR') return { role: 'through' };
  const rule = Object.hasOwn(nodes, node.type) ? nodes[node.type] : undefined;
  return typeof rule === 'function' ? rule(node) : rule;
}

/** The first thing wrapped begins where the wrapper begins; a wrapper with parentheses is a group with a head of its own. */
function readWrapper(node: Node, lead: Lead, scope: Scope, orWhole: boolean): OutlineEntry[] {
  const { rules } = scope.source;
  const outer = { above: lead.above, wrapper: lead.wrapper ?? node };
  const paren = findParenthesis(node);
  if (paren !== undefined) {
    const head = makeEntry(node, paren.startIndex, lead, scope.source);
    return [{ ...head, children: readChildren(node, scope) }];
  }
  const wrapped = node.namedChildren.filter(
    (child) => child !== null && findRule(child, rules) !== undefined,
  );
  if (wrapped.length === 0) return orWhole ? [makeEntry(node, node.endIndex, outer, scope.source)] : [];
  return wrapped.flatMap((child, index) =>
    child === null ? [] : readNode(child, index === 0 ? outer : { above: [] }, scope),
  );
}

/** Of `const ( … )` in Go, where the list of `var` is a node of its own. */
function findParenthesis(node: Node): Node | undefined {
  const inside = node.namedChildren.find((child) => child?.type.endsWith('_spec_list')) ?? node;
  return inside.children.find((child) => child?.type === '(') ?? undefined;
}

function readDeclaration(node: Node, rule: DeclarationRule, lead: Lead, scope: Scope): OutlineEntry {
  const { rules } = scope.source;
  const owner = readOwner(node, rule, scope.owner);
  if (owner !== undefined) addSymbol(node, owner, lead, scope);
  const value = rule.findValue?.(node) ?? null;
  const body = rule.findMembers?.(node) ?? (value?.type === 'class' ? value.childForFieldName('body') : null);
  const entry = makeEntry(node, findEnd(node, rule, body, value, scope.source), lead, scope.source);
  const inside = rules.docInside?.(node);
  const doc = entry.doc ?? (inside ? docHead(inside.text) : undefined);
  const children =
    body === null ? [] : readChildren(body, { ...scope, owner: rule.isOpen ? scope.owner : owner });
  return { ...entry, ...(doc !== undefined && { doc }), children };
}

function readOwner(node: Node, rule: DeclarationRule, outer: Owner | undefined): Owner | undefined {
  const name = node.childForFieldName(rule.name ?? 'name')?.text;
  if (name === undefined || !/^[^\s({[]+/.test(name)) return undefined;
  const prefix = rule.ownerOf?.(node) ?? outer?.name;
  const bare = name.replace(/^["']|["']$|[<\s].*$/gs, '');
  const isMethod = rule.kind === 'function' && outer !== undefined && CLASS_LIKE.has(outer.kind);
  return {
    name: prefix === undefined ? bare : `${prefix}.${bare}`,
    kind: isMethod ? 'method' : rule.kind,
  };
}

function addSymbol(node: Node, { name, kind }: Owner, lead: Lead, { source, symbols }: Scope): void {
  const whole = lead.wrapper ?? node;
  const first = findAdjacent(lead.above, whole, source)[0] ?? whole;
  symbols.push({
    name,
    kind,
    startLine: source.lineOf(first.startIndex),
    endLine: lastLineOf(whole, source),
  });
}

/** Where the signature ends: at the body, at a value that is long, or with the node. */
function findEnd(
  node: Node,
  { cutAt = ['body'] }: DeclarationRule,
  body: Node | null,
  value: Node | null,
  source: Source,
): number {
  const ends = cutAt.flatMap((field) => node.childForFieldName(field)?.startIndex ?? []);
  if (body !== null)
    ends.push(body.children.find((child) => child?.type === '{')?.startIndex ?? body.startIndex);
  if (value !== null) ends.push(endOfValue(value, source));
  return Math.min(node.endIndex, ...ends);
}

function endOfValue(value: Node, { text, rules }: Source): number {
  if (rules.bodied?.includes(value.type))
    return value.childForFieldName('body')?.startIndex ?? value.endIndex;
  const shown = text.slice(value.startIndex, value.endIndex);
  const isShort = shown.length <= MAX_VALUE_UNITS && !/[\r\n{;]|=>/.test(shown);
  return isShort ? value.endIndex : value.startIndex;
}

function isLead(node: Node, { comments, attributes }: LanguageRules): boolean {
  return comments.includes(node.type) || attributes?.includes(node.type) === true;
}
