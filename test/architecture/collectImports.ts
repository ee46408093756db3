import type { Node } from 'oxc-parser';
import { memberName, readText } from './usedNames.ts';
import type { Step } from './walkSource.ts';

/**
 * What an import does when the program runs: `value` loads at once, `dynamic` later, `url` names a file that another
 * thread loads, `type` vanishes.
 */
export type ImportKind = 'value' | 'dynamic' | 'url' | 'type';

/** `specifier` is `undefined` where it is computed and so cannot be checked. */
export type ImportEdge = { specifier: string | undefined; kind: ImportKind; start: number };

/** Every form in which a TypeScript file can name another module. */
export function collectImports(steps: readonly Step[]): ImportEdge[] {
  return steps.map(({ node }) => readImport(node)).filter((edge) => edge !== undefined);
}

function readImport(node: Node): ImportEdge | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return toEdge(node.source, node.importKind === 'type' ? 'type' : 'value');
    case 'ExportAllDeclaration':
      return toEdge(node.source, node.exportKind === 'type' ? 'type' : 'value');
    case 'ExportNamedDeclaration':
      if (node.source === null) return undefined;
      return toEdge(node.source, node.exportKind === 'type' ? 'type' : 'value');
    case 'ImportExpression':
      return toEdge(node.source, 'dynamic');
    case 'TSImportType':
      return toEdge(node.source, 'type');
    case 'TSModuleDeclaration':
      return node.id.type === 'Literal' ? toEdge(node.id, 'type') : undefined;
    case 'TSImportEqualsDeclaration':
      if (node.moduleReference.type !== 'TSExternalModuleReference') return undefined;
      return toEdge(node.moduleReference.expression, node.importKind === 'type' ? 'type' : 'value');
    case 'CallExpression':
      return isModuleLoad(node.callee) ? toEdge(node.arguments[0] ?? node, 'value') : undefined;
    case 'NewExpression':
      return readUrl(node);
    default:
      return undefined;
  }
}

function toEdge(source: Node, kind: ImportKind): ImportEdge {
  return { specifier: readText(source), kind, start: source.start };
}

/** `require`, `require.resolve`, `module.require`, `import.meta.resolve`, `process.getBuiltinModule`. */
function isModuleLoad(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type !== 'MemberExpression') return false;
  const name = memberName(callee);
  if (name === 'require' || name === 'getBuiltinModule') return true;
  if (name !== 'resolve') return false;
  const { object } = callee;
  return object.type === 'MetaProperty' || (object.type === 'Identifier' && object.name === 'require');
}

/** `new URL('./worker.ts', import.meta.url)`. */
function readUrl(node: Node & { type: 'NewExpression' }): ImportEdge | undefined {
  const [path, base] = node.arguments;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || path === undefined) return undefined;
  const isHere = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
  return isHere ? toEdge(path, 'url') : undefined;
}
