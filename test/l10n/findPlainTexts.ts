import type { Node } from 'oxc-parser';
import type { SourceTree } from '../architecture/checkArchitecture.ts';
import { isWithin } from '../architecture/layers.ts';
import { readText, unwrapType } from '../architecture/usedNames.ts';
import { parseSource } from '../architecture/walkSource.ts';

/** Texts that a user reads and nobody can translate: `webview/renderTabs.ts: Now`. */
export function findPlainTexts(sources: SourceTree): string[] {
  return [...sources].flatMap(([path, source]) => {
    const find = isWithin(path, 'webview') ? findInTemplate : findInCall;
    if (!isWithin(path, 'webview') && !isWithin(path, 'src/host')) return [];
    const texts = parseSource(path, source).steps.flatMap(({ node }) => find(node));
    return texts
      .filter((text) => FOR_MODELS.get(path)?.test(text) !== true)
      .map((text) => `${path}: ${text}`);
  });
}

/** Words between the tags of a template, and in the attributes that are read. */
function findInTemplate(node: Node): string[] {
  if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return [];
  if (node.tag.name !== 'html' && node.tag.name !== 'svg') return [];
  const markup = node.quasi.quasis.map(({ value }) => value.cooked ?? value.raw).join('\0');
  const attributes = markup.matchAll(
    /\b(?:aria-label|aria-description|aria-valuetext|title|placeholder|alt)="([^"]*)"/g,
  );
  const texts = markup.replace(/<!--.*?-->|<[^>]*>/gs, '\0').split('\0');
  return [...texts, ...[...attributes].map(([, text = '']) => text)]
    .map((text) => text.trim())
    .filter((text) => WORD.test(text));
}

/** A word in some language, as opposed to a sign such as `·`, `×` or `@`. */
const WORD = /\p{L}{2}/u;

/** Fields of VS Code's objects that are shown. */
const SHOWN_FIELDS: ReadonlySet<string> = new Set(
  'description detail label message placeHolder prompt spoken title tooltip'.split(' '),
);
const SHOWING_CALLS =
  /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|UserError|appendMarkdown|appendText)$/;
/** The same in every language: the product, patterns and names of files, how much of an item goes in as the code calls it. */
const NO_WORDS = /^Token Meter(?:: )?$|\*|^[A-Z]+\.md$|^full$/;
/** Titles that go into a prompt: what a model reads stays English. */
const FOR_MODELS = new Map([['src/host/promptFixes.ts', /^(?:Goal|Constraints|Files|Done when)$/]]);

function findInCall(node: Node): string[] {
  if (node.type === 'Property') {
    const name = node.key.type === 'Identifier' ? node.key.name : '';
    return SHOWN_FIELDS.has(name) ? listWords(node.value) : [];
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const { callee } = node;
  const name =
    callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
      ? callee.property.name
      : callee.type === 'Identifier'
        ? callee.name
        : '';
  return SHOWING_CALLS.test(name) ? node.arguments.flatMap(listWords) : [];
}

/** The words that are written out in what is shown, be it in a template or a choice. */
function listWords(node: Node): string[] {
  const bare = unwrapType(node);
  if (bare.type === 'ConditionalExpression')
    return [...listWords(bare.consequent), ...listWords(bare.alternate)];
  const texts =
    bare.type === 'TemplateLiteral' ? bare.quasis.map(({ value }) => value.raw) : [readText(bare) ?? ''];
  return texts
    .map((text) => text.replace(ICON, ''))
    .filter((text) => WORD.test(text) && !NO_WORDS.test(text));
}

/** `$(check)`, and the spaces of a table in a tooltip. */
const ICON = /\$\([a-z-]+\)|&nbsp;/g;
