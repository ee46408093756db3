import type { Node } from 'oxc-parser';
import { AMBIENT_FILE, CONFIG_FILE, HAND_OUT_FILE, NETWORK_FILE } from './layers.ts';
import { memberName, readName, readProperty, readText, readVariable, unwrapType } from './usedNames.ts';
import type { Rule } from './violation.ts';
import type { Step } from './walkSource.ts';

/** What no file of `folders` may do, but for the file `except`; `find` names the offence. */
export type SyntaxRule = {
  rule: Rule;
  folders: readonly string[];
  except?: string;
  find: (step: Step) => string | undefined;
};

const SHIPPED = ['src', 'webview'] as const;

export const SYNTAX_RULES: readonly SyntaxRule[] = [
  { rule: 'moduleLoader', folders: SHIPPED, find: (step) => findIn(LOADERS, readName(step)) },
  { rule: 'ambient', folders: ['src/core', 'src/protocol'], except: AMBIENT_FILE, find: findAmbient },
  { rule: 'evaluation', folders: SHIPPED, find: findEvaluation },
  {
    rule: 'network',
    folders: SHIPPED,
    except: NETWORK_FILE,
    find: (step) => findIn(NETWORK, readName(step)),
  },
  { rule: 'markup', folders: SHIPPED, find: findMarkup },
  { rule: 'trust', folders: SHIPPED, find: findTrust },
  {
    rule: 'settings',
    folders: SHIPPED,
    except: CONFIG_FILE,
    find: (step) => findIn(SETTINGS, readName(step)),
  },
  { rule: 'clipboard', folders: SHIPPED, except: HAND_OUT_FILE, find: findClipboard },
  { rule: 'purity', folders: ['src/core'], find: findImpurity },
];

const LOADERS: ReadonlySet<string> = new Set([
  'require',
  'createRequire',
  'getBuiltinModule',
  '_load',
  'dlopen',
]);
const NETWORK: ReadonlySet<string> = new Set(
  'fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource RTCPeerConnection sendBeacon'.split(
    ' ',
  ),
);
const SETTINGS: ReadonlySet<string> = new Set(['getConfiguration']);
const CLIPBOARD: ReadonlySet<string> = new Set(['writeText', 'ClipboardItem', 'execCommand', 'clipboard']);
const MARKUP =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|(set|parse)HTMLUnsafe|unsafe(HTML|SVG|MathML|Static|-html|-svg|-mathml)|lit(-html)?\/static)\b/;
const IMPURE: ReadonlySet<string> = new Set([
  'process',
  'performance',
  'crypto',
  'Buffer',
  'globalThis',
  'Temporal',
]);

function findIn(names: ReadonlySet<string>, name: string | undefined): string | undefined {
  return name !== undefined && names.has(name) ? name : undefined;
}

function findAmbient({ node }: Step): string | undefined {
  const isDeclared = 'declare' in node && node.declare === true;
  if (!isDeclared || node.type === 'PropertyDefinition') return undefined;
  return node.type === 'TSTypeAliasDeclaration' || node.type === 'TSInterfaceDeclaration'
    ? undefined
    : 'declare';
}

function findEvaluation(step: Step): string | undefined {
  const name = readName(step);
  if (name === 'eval' || name === 'importScripts') return name;
  const { node } = step;
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const callee = calleeName(node.callee);
  if (callee === 'Function' || callee === 'constructor') return callee;
  const isTimer = callee === 'setTimeout' || callee === 'setInterval';
  const first = node.arguments[0];
  return isTimer && first !== undefined && readText(first) !== undefined ? `${callee} of text` : undefined;
}

/** Names wherever they stand, also in strings (`el['innerHTML']`) and in lit templates (`.innerHTML=${x}`). */
function findMarkup(step: Step): string | undefined {
  const { node } = step;
  if (node.type === 'Identifier') return MARKUP.exec(node.name)?.[0];
  if (node.type === 'TemplateElement') return MARKUP.exec(node.value.raw)?.[0];
  const isDocumentWrite = /^(write|writeln)$/.test(readProperty(step) ?? '') && isNamed(node, 'document');
  if (isDocumentWrite) return 'document.write';
  const text = readText(node);
  return text === undefined ? undefined : MARKUP.exec(text)?.[0];
}

function findTrust({ node, parent }: Step): string | undefined {
  const [target, value] = readAssignment(node, parent);
  const isTrusted = value?.type === 'Literal' && value.value === true;
  if (target === 'isTrusted' && isTrusted) return 'isTrusted: true';
  const isOff = value?.type === 'Literal' && value.value === false;
  return target === 'enableCommandUris' && !isOff ? target : undefined;
}

/** Reading the clipboard lets nothing out. */
function findClipboard(step: Step): string | undefined {
  if (step.key === 'object' && step.parent !== undefined && memberName(step.parent) === 'readText')
    return undefined;
  const command = readText(step.node);
  if (command !== undefined && /^editor\.action\.clipboardCopy/.test(command)) return command;
  return findIn(
    CLIPBOARD,
    readProperty(step) ?? (step.node.type === 'NewExpression' ? calleeName(step.node.callee) : undefined),
  );
}

/** `Date` and `Math` are fine as long as nobody asks for the time or for chance. */
function findImpurity(step: Step): string | undefined {
  const name = readVariable(step);
  if (name === undefined) return findDefaultDate(step.node);
  if (name === 'Date') return isPureDate(step) ? undefined : 'Date';
  if (name === 'Math') return isPureMath(step) ? undefined : 'Math';
  return findIn(IMPURE, name);
}

function isPureDate({ parent, key }: Step): boolean {
  if (parent?.type === 'MemberExpression' && key === 'object')
    return /^(UTC|parse)$/.test(memberName(parent) ?? '');
  if (parent?.type === 'BinaryExpression') return parent.operator === 'instanceof';
  if (parent?.type !== 'NewExpression' || key !== 'callee') return false;
  return (
    parent.arguments.length > 0 && parent.arguments.every((argument) => argument.type !== 'SpreadElement')
  );
}

function isPureMath({ parent, key }: Step): boolean {
  if (parent?.type !== 'MemberExpression' || key !== 'object') return false;
  const name = memberName(parent);
  return name !== undefined && name !== 'random';
}

/** `new Intl.DateTimeFormat('en').format()` formats the present moment. */
function findDefaultDate(node: Node): string | undefined {
  if (node.type !== 'CallExpression' || node.arguments.length > 0) return undefined;
  const name = memberName(node.callee);
  return name === 'format' || name === 'formatToParts' ? `${name}() of now` : undefined;
}

function calleeName(callee: Node): string | undefined {
  const bare = unwrapType(callee);
  return bare.type === 'Identifier' ? bare.name : memberName(bare);
}

/** True for `name.x` and `window.name.x`. */
function isNamed(node: Node, name: string): boolean {
  return node.type === 'MemberExpression' && calleeName(node.object) === name;
}

/** Name and value of `{ name: value }` and `a.name = value`. */
function readAssignment(node: Node, parent: Node | undefined): [string | undefined, Node | undefined] {
  if (node.type === 'AssignmentExpression') return [memberName(node.left), node.right];
  if (node.type !== 'Property' || parent?.type !== 'ObjectExpression') return [undefined, undefined];
  return [node.key.type === 'Identifier' ? node.key.name : readText(node.key), node.value];
}
