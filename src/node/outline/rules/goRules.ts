import type { Node } from '@vscode/tree-sitter-wasm';
import {
  container,
  type DeclarationRule,
  declaration,
  type LanguageRules,
  THROUGH,
  valued,
  WHOLE,
  WRAPPER,
} from '../nodeRule.ts';

export const GO_RULES: LanguageRules = {
  comments: ['comment'],
  // Directives such as `//go:build` have no space after the slashes.
  docComment: /^(?:\/\/(?:\s|$)|\/\*)/,
  bodied: ['func_literal'],
  nodes: {
    package_clause: WHOLE,
    import_declaration: WHOLE,
    const_declaration: WRAPPER,
    var_declaration: WRAPPER,
    var_spec_list: THROUGH,
    type_declaration: WRAPPER,
    const_spec: valued('constant'),
    var_spec: valued('constant'),
    type_alias: declaration('type'),
    type_spec: readType,
    function_declaration: declaration('function'),
    method_declaration: declaration('method', { ownerOf: receiverType }),
    field_declaration: declaration('field', { cutAt: ['tag'] }),
    method_elem: declaration('method'),
    type_elem: WHOLE,
  },
};

function readType(node: Node): DeclarationRule {
  const type = node.childForFieldName('type');
  if (type?.type === 'interface_type') return container('interface', { findMembers: () => type });
  if (type?.type !== 'struct_type') return declaration('type');
  return container('class', { findMembers: () => type.namedChild(0) });
}

/** `T` of `func (t *T[K]) …`. */
function receiverType(node: Node): string | undefined {
  const receiver = node.childForFieldName('receiver')?.text ?? '';
  return /([\p{L}_][\p{L}\p{N}_]*)\s*(?:\[[^\]]*\])?\s*\)$/u.exec(receiver)?.[1];
}
