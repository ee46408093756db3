import type { Node } from 'oxc-parser';
import type { Step } from './walkSource.ts';

/** Places where an identifier is a mere label or a type, written `parent.key`. */
const NOT_A_VALUE: ReadonlySet<string> = new Set([
  'AccessorProperty.key',
  'BreakStatement.label',
  'ContinueStatement.label',
  'ExportSpecifier.exported',
  'ImportSpecifier.imported',
  'LabeledStatement.label',
  'MemberExpression.property',
  'MetaProperty.meta',
  'MetaProperty.property',
  'MethodDefinition.key',
  'Property.key',
  'PropertyDefinition.key',
  'TSAbstractMethodDefinition.key',
  'TSAbstractPropertyDefinition.key',
  'TSCallSignatureDeclaration.params',
  'TSConstructSignatureDeclaration.params',
  'TSConstructorType.params',
  'TSEnumMember.id',
  'TSFunctionType.params',
  'TSInterfaceDeclaration.id',
  'TSMethodSignature.key',
  'TSMethodSignature.params',
  'TSNamedTupleMember.label',
  'TSPropertySignature.key',
  'TSQualifiedName.left',
  'TSQualifiedName.right',
  'TSTypeAliasDeclaration.id',
  'TSTypeParameter.name',
  'TSTypePredicate.parameterName',
  'TSTypeQuery.exprName',
  'TSTypeReference.typeName',
]);

/** The name of a variable, ours or global, that this step uses or declares as a value. */
export function readVariable({ node, parent, key }: Step): string | undefined {
  if (node.type !== 'Identifier' || parent === undefined) return undefined;
  const isComputed = 'computed' in parent && parent.computed;
  if (NOT_A_VALUE.has(`${parent.type}.${key}`) && !isComputed) return undefined;
  return node.name;
}

/** The member that this step takes out of something: `a.name`, `a['na' + 'me']`, `const { name } = a`, `import { name }`. */
export function readProperty({ node, parent }: Step): string | undefined {
  if (node.type === 'ImportSpecifier') return keyName(node.imported, false);
  if (node.type === 'MemberExpression') return memberName(node);
  if (node.type !== 'Property' || parent?.type !== 'ObjectPattern') return undefined;
  return keyName(node.key, node.computed);
}

/** `readVariable` and `readProperty` in one, for names that mean one thing wherever they come from. */
export function readName(step: Step): string | undefined {
  return readVariable(step) ?? readProperty(step);
}

/** Name of a property key, or of a member that is computed from constants. */
export function keyName(key: Node, isComputed: boolean): string | undefined {
  if (!isComputed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name;
  return readText(key);
}

/** Name of the property of `a.b` and `a['b']`; `undefined` where it cannot be known. */
export function memberName(node: Node): string | undefined {
  return node.type === 'MemberExpression' ? keyName(node.property, node.computed) : undefined;
}

/** Text that is known without running the code: a literal, a template without holes, a sum of such. */
export function readText(node: Node): string | undefined {
  const bare = unwrapType(node);
  if (bare.type === 'Literal') return typeof bare.value === 'string' ? bare.value : undefined;
  if (bare.type === 'TemplateLiteral') {
    return bare.expressions.length === 0 ? (bare.quasis[0]?.value.cooked ?? undefined) : undefined;
  }
  if (bare.type !== 'BinaryExpression' || bare.operator !== '+') return undefined;
  const [left, right] = [readText(bare.left), readText(bare.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** The node inside `x as T`, `x!`, `x satisfies T`. */
export function unwrapType(node: Node): Node {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return unwrapType(node.expression);
    default:
      return node;
  }
}
