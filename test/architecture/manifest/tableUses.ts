import type { Node } from 'oxc-parser';
import type { SourceTree } from '../checkArchitecture.ts';
import { isShipped, isWithin } from '../layers.ts';
import { memberName, readText, unwrapType } from '../usedNames.ts';
import { parseSource, type Step } from '../walkSource.ts';

/** `TABLE.name` somewhere in the code, and whether something is registered or created under it there. */
export type TableUse = { table: string; name: string; isDefining: boolean };

const TABLES: ReadonlySet<string> = new Set(['COMMANDS', 'VIEWS', 'CONTEXT_KEYS', 'SETTINGS']);
const TABLE_FILES: ReadonlySet<string> = new Set(['src/host/commandIds.ts', 'src/host/settingKeys.ts']);
/** Calls whose first text is an id that belongs into a table. */
const ID_TAKERS =
  /^(register(TextEditor)?Command|executeCommand|createTreeView|registerTreeDataProvider|registerWebviewViewProvider|getConfiguration|affectsConfiguration)$/;

/** Every use of the tables of ids in code that ships. */
export function listTableUses(sources: SourceTree): TableUse[] {
  return eachStep(sources).flatMap((step) => {
    const use = readUse(step.node);
    if (use === undefined) return listRecordKeys(step);
    return [{ ...use, isDefining: isDefining(step) }];
  });
}

/** Ids of this extension that are written out where a table should be asked. */
export function listLooseIds(sources: SourceTree): string[] {
  return eachStep(sources).flatMap(({ node }) => {
    if (node.type !== 'CallExpression' || !ID_TAKERS.test(calleeName(node.callee) ?? '')) return [];
    const [first] = node.arguments;
    const id = first === undefined ? undefined : readText(first);
    return id?.startsWith('tokenMeter') ? [id] : [];
  });
}

/** All texts that are written out in the code of the host, for `viewItem == …`. */
export function listTexts(sources: SourceTree): ReadonlySet<string> {
  return new Set(
    eachStep(sources)
      .map(({ node }) => (node.type === 'Literal' ? readText(node) : undefined))
      .filter((text) => text !== undefined),
  );
}

function eachStep(sources: SourceTree): readonly Step[] {
  const known = parsed.get(sources);
  if (known !== undefined) return known;
  const steps = [...sources]
    .filter(([path]) => isShipped(path) && !isWithin(path, 'webview') && !TABLE_FILES.has(path))
    .flatMap(([path, source]) => parseSource(path, source).steps);
  parsed.set(sources, steps);
  return steps;
}

const parsed = new WeakMap<SourceTree, readonly Step[]>();

function readUse(node: Node): { table: string; name: string } | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  const [table, name] = [node.object.name, memberName(node)];
  return name !== undefined && TABLES.has(table) ? { table, name } : undefined;
}

/** `register…(T.x, …)`, `createTreeView(T.x, …)`, `[T.x]: …` and `[T.x, …]` bring something into being. */
function isDefining({ node, parent, key }: Step): boolean {
  switch (parent?.type) {
    case 'CallExpression':
      return parent.arguments[0] === node && /^(register|create)/.test(calleeName(parent.callee) ?? '');
    case 'Property':
      return key === 'key' && parent.computed;
    case 'ArrayExpression':
      return parent.elements[0] === node && parent.elements.length > 1;
    default:
      return false;
  }
}

/** `{ x: … } satisfies Record<keyof typeof T, …>`: the compiler holds its keys to those of the table. */
function listRecordKeys({ node }: Step): TableUse[] {
  if (node.type !== 'TSSatisfiesExpression') return [];
  const record = unwrapType(node.expression);
  const table = findKeyedTable(node.typeAnnotation);
  if (record.type !== 'ObjectExpression' || table === undefined) return [];
  return record.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
    return [{ table, name: property.key.name, isDefining: true }];
  });
}

/** The table `T` in `Record<keyof typeof T, …>`. */
function findKeyedTable(type: Node): string | undefined {
  if (type.type !== 'TSTypeReference') return undefined;
  const key = type.typeArguments?.params[0];
  if (key?.type !== 'TSTypeOperator' || key.typeAnnotation.type !== 'TSTypeQuery') return undefined;
  const { exprName } = key.typeAnnotation;
  return exprName.type === 'Identifier' && TABLES.has(exprName.name) ? exprName.name : undefined;
}

function calleeName(callee: Node): string | undefined {
  return callee.type === 'Identifier' ? callee.name : memberName(callee);
}
