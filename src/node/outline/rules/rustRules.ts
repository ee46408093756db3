import type { Node } from '@vscode/tree-sitter-wasm';
import {
  container,
  type DeclarationRule,
  declaration,
  type LanguageRules,
  valued,
  WHOLE,
} from '../nodeRule.ts';

export const RUST_RULES: LanguageRules = {
  comments: ['line_comment', 'block_comment'],
  attributes: ['attribute_item'],
  keptAttribute: /^#\[(?:derive|cfg|test|macro_export|no_mangle|repr|deprecated|must_use\])/,
  docComment: /^(?:\/\/\/(?!\/)|\/\*\*)/,
  bodied: ['closure_expression'],
  nodes: {
    use_declaration: WHOLE,
    extern_crate_declaration: WHOLE,
    mod_item: container('module'),
    foreign_mod_item: container('module'),
    struct_item: readFields,
    union_item: readFields,
    enum_item: declaration('enum', { cutAt: [] }),
    trait_item: container('interface'),
    impl_item: container('implementation', { name: 'type' }),
    field_declaration: declaration('field'),
    associated_type: declaration('type'),
    type_item: declaration('type'),
    const_item: valued('constant'),
    static_item: valued('constant'),
    function_item: declaration('function'),
    function_signature_item: declaration('function'),
    macro_definition: declaration('macro', { findMembers: (node) => node }),
  },
};

/** The fields of a tuple are part of its head: `struct Meters(f64)`. */
function readFields(node: Node): DeclarationRule {
  const isTuple = node.childForFieldName('body')?.type === 'ordered_field_declaration_list';
  return isTuple ? declaration('class', { cutAt: [] }) : container('class');
}
