import type { Node } from '@vscode/tree-sitter-wasm';
import {
  container,
  type DeclarationRule,
  declaration,
  type LanguageRules,
  type NodeRule,
  valued,
  WHOLE,
  WRAPPER,
} from '../nodeRule.ts';

const BODIED = ['arrow_function', 'function_expression', 'generator_function', 'class'];
const DECLARING = ['class', 'function_expression', 'generator_function'];
const field = valued('field');

/** TypeScript, TSX and JavaScript: their grammars share their names. */
export const TYPESCRIPT_RULES: LanguageRules = {
  comments: ['comment'],
  attributes: ['decorator'],
  docComment: /^\/\*\*/,
  bodied: BODIED,
  nodes: {
    import_statement: WHOLE,
    export_statement: readExport,
    ambient_declaration: readAmbient,
    lexical_declaration: WRAPPER,
    variable_declaration: WRAPPER,
    expression_statement: WRAPPER,
    variable_declarator: readVariable,
    assignment_expression: readAssignment,
    function_declaration: declaration('function'),
    generator_function_declaration: declaration('function'),
    function_signature: declaration('function'),
    function_expression: declaration('function'),
    generator_function: declaration('function'),
    class: container('class'),
    class_declaration: container('class'),
    abstract_class_declaration: container('class'),
    interface_declaration: container('interface'),
    enum_declaration: declaration('enum', { cutAt: [] }),
    type_alias_declaration: readTypeAlias,
    module: container('module'),
    internal_module: container('module'),
    method_definition: declaration('method'),
    abstract_method_signature: declaration('method'),
    method_signature: declaration('method'),
    call_signature: WHOLE,
    construct_signature: WHOLE,
    index_signature: WHOLE,
    property_signature: declaration('field'),
    public_field_definition: field,
    field_definition: { ...field, name: 'property' },
  },
};

/** Of `export default defineConfig({ … })` the arguments are its body. */
function readExport(node: Node): NodeRule {
  const value = node.childForFieldName('value');
  if (value === null || DECLARING.includes(value.type)) return { role: 'wrapper', orWhole: true };
  return declaration('constant', { findValue: () => value.childForFieldName('arguments') ?? value });
}

/** `declare global { … }` has a block where others have a declaration. */
function readAmbient(node: Node): NodeRule {
  const block = node.namedChildren.find((child) => child?.type === 'statement_block') ?? null;
  return block === null ? WRAPPER : declaration('module', { findMembers: () => block });
}

function readTypeAlias(node: Node): DeclarationRule {
  const value = node.childForFieldName('value');
  return value?.type === 'object_type'
    ? declaration('type', { findMembers: () => value })
    : declaration('type', { cutAt: [] });
}

function readVariable(node: Node): DeclarationRule {
  const value = node.childForFieldName('value')?.type ?? '';
  const kind = value === 'class' ? 'class' : BODIED.includes(value) ? 'function' : 'constant';
  return valued(kind);
}

/** `exports.a = …`, and functions that are put into an object: `A.prototype.b = function () {}`. */
function readAssignment(node: Node): DeclarationRule | undefined {
  const target = node.childForFieldName('left');
  if (target?.type !== 'member_expression') return undefined;
  const isBodied = BODIED.includes(node.childForFieldName('right')?.type ?? '');
  if (!isBodied && !/^(?:module\.)?exports\b/.test(target.text)) return undefined;
  return valued(isBodied ? 'function' : 'constant', 'right', { name: 'left' });
}
