import type { Node } from '@vscode/tree-sitter-wasm';
import type { SymbolKind } from '../../core/context/outline/sourceSymbol.ts';

/**
 * What a node of the syntax tree is to an outline:
 * `whole`: shown as it is, such as an import; `through`: not shown, what is in it is; `wrapper`: shown with what is in it, such as `export`
 * around a class; `declaration`: shown up to its body.
 */
export type NodeRule = { role: 'whole' | 'through' } | WrapperRule | DeclarationRule;

export type WrapperRule = {
  role: 'wrapper';
  /** Shown as it is when nothing in it has a rule. */
  orWhole?: true;
};

export type DeclarationRule = {
  role: 'declaration';
  kind: SymbolKind;
  /** The field with its name; `name` unless given. */
  name?: string;
  /** Fields at the first of which it is cut; `body` unless given. */
  cutAt?: readonly string[];
  /** Its value, which is shown when it is short. */
  findValue?: (node: Node) => Node | null;
  /** Where its members are; they are shown below it. */
  findMembers?: (node: Node) => Node | null;
  /** What its name is qualified with beside what encloses it: the receiver of a Go method. */
  ownerOf?: (node: Node) => string | undefined;
  /** Its members are not qualified with its name: a namespace of C#. */
  isOpen?: true;
};

export type NodeRules = Readonly<Record<string, NodeRule | ((node: Node) => NodeRule | undefined)>>;

/** How the outline of a language is read. */
export type LanguageRules = {
  nodes: NodeRules;
  comments: readonly string[];
  /** Nodes that stand before the declaration they belong to: decorators, attributes. */
  attributes?: readonly string[];
  /** Which attributes are worth their tokens; all unless given. */
  keptAttribute?: RegExp;
  /** What a comment above a declaration starts with when it documents it. */
  docComment?: RegExp;
  /** Where the documentation is when it is inside the declaration. */
  docInside?: (node: Node) => Node | null;
  /** Values that have a body themselves, such as arrow functions: a declaration is cut there. */
  bodied?: readonly string[];
};

/** A declaration whose members are in its body. */
export function container(kind: SymbolKind, more: Partial<DeclarationRule> = {}): DeclarationRule {
  return { role: 'declaration', kind, findMembers: (node) => node.childForFieldName('body'), ...more };
}

export function declaration(kind: SymbolKind, more: Partial<DeclarationRule> = {}): DeclarationRule {
  return { role: 'declaration', kind, ...more };
}

/** A declaration with a value in the field `field`. */
export function valued(
  kind: SymbolKind,
  field = 'value',
  more: Partial<DeclarationRule> = {},
): DeclarationRule {
  return { role: 'declaration', kind, findValue: (node) => node.childForFieldName(field), ...more };
}

export const WHOLE: NodeRule = { role: 'whole' };
export const THROUGH: NodeRule = { role: 'through' };
export const WRAPPER: NodeRule = { role: 'wrapper' };
