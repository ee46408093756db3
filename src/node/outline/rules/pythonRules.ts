import type { Node } from '@vscode/tree-sitter-wasm';
import { container, declaration, type LanguageRules, THROUGH, valued, WHOLE, WRAPPER } from '../nodeRule.ts';

export const PYTHON_RULES: LanguageRules = {
  comments: ['comment'],
  docInside: findDocstring,
  nodes: {
    import_statement: WHOLE,
    import_from_statement: WHOLE,
    future_import_statement: WHOLE,
    type_alias_statement: WHOLE,
    decorated_definition: WRAPPER,
    class_definition: container('class'),
    function_definition: declaration('function'),
    expression_statement: WRAPPER,
    assignment: (node) =>
      node.childForFieldName('left')?.type === 'identifier'
        ? valued('constant', 'right', { name: 'left' })
        : undefined,
    // Declarations below a condition: `if TYPE_CHECKING:`, `try: import …`.
    if_statement: THROUGH,
    elif_clause: THROUGH,
    else_clause: THROUGH,
    try_statement: THROUGH,
    except_clause: THROUGH,
    finally_clause: THROUGH,
    block: THROUGH,
  },
};

function findDocstring(node: Node): Node | null {
  const first = node.childForFieldName('body')?.namedChild(0);
  const text = first?.type === 'expression_statement' ? first.namedChild(0) : null;
  return text?.type === 'string' ? text : null;
}
