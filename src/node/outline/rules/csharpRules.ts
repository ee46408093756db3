import type { Node } from '@vscode/tree-sitter-wasm';
import { container, declaration, type LanguageRules, THROUGH, WHOLE, WRAPPER } from '../nodeRule.ts';

const method = declaration('method');
const property = declaration('field', { cutAt: ['accessors', 'value'] });

export const CSHARP_RULES: LanguageRules = {
  comments: ['comment'],
  docComment: /^(?:\/\/\/|\/\*\*)/,
  bodied: ['lambda_expression'],
  nodes: {
    using_directive: WHOLE,
    extern_alias_directive: WHOLE,
    file_scoped_namespace_declaration: WHOLE,
    namespace_declaration: container('module', { isOpen: true }),
    preproc_if: THROUGH,
    preproc_elif: THROUGH,
    preproc_else: THROUGH,
    class_declaration: container('class'),
    struct_declaration: container('class'),
    record_declaration: container('class'),
    interface_declaration: container('interface'),
    enum_declaration: declaration('enum', { cutAt: [] }),
    delegate_declaration: declaration('type'),
    field_declaration: WRAPPER,
    event_field_declaration: WRAPPER,
    variable_declaration: WRAPPER,
    variable_declarator: declaration('field', { findValue: initialValue }),
    property_declaration: property,
    indexer_declaration: property,
    event_declaration: property,
    constructor_declaration: method,
    destructor_declaration: method,
    method_declaration: method,
    operator_declaration: method,
    conversion_operator_declaration: method,
  },
};

/** What follows the equals sign; the grammar gives it no name. */
function initialValue(node: Node): Node | null {
  const equals = node.children.findIndex((child) => child?.type === '=');
  return equals < 0 ? null : node.child(equals + 1);
}
