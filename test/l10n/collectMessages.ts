import type { Node } from 'oxc-parser';
import type { SourceTree } from '../architecture/checkArchitecture.ts';
import { isShipped, isWithin } from '../architecture/layers.ts';
import { memberName, readText, unwrapType } from '../architecture/usedNames.ts';
import { parseSource } from '../architecture/walkSource.ts';

export type FoundMessages = {
  /** Written out where they are translated. */
  messages: readonly string[];
  /** What is translated and not written out: `src/host/scopeRow.ts: FILE_NOTES[note]`. Each needs its messages in a table. */
  computed: readonly string[];
};

/** Every message that the editor or the page translates. The command line stays English. */
export function collectMessages(sources: SourceTree): FoundMessages {
  const found = [...sources]
    .filter(([path]) => isShipped(path) && !isWithin(path, 'src/cli'))
    .flatMap(([path, source]) => collectOf(path, source));
  const pick = (kind: keyof FoundMessages) => [...new Set(found.flatMap((each) => each[kind]))].sort();
  return { messages: pick('messages'), computed: pick('computed') };
}

function collectOf(path: string, source: string): FoundMessages[] {
  if (!/\b(?:translate|message|formatPlural|l10n)\b/.test(source)) return [];
  return parseSource(path, source).steps.flatMap(({ node }) => {
    if (node.type !== 'CallExpression') return [];
    const forms = FORMS[nameCallee(node.callee) ?? ''];
    const text = node.arguments[forms?.argument ?? 0];
    if (forms === undefined || text === undefined) return [];
    return listChoices(text).map((choice) => {
      const written = readText(choice);
      return written === undefined
        ? { messages: [], computed: [`${path}: ${source.slice(choice.start, choice.end)}`] }
        : { messages: forms.of(written), computed: [] };
    });
  });
}

type Forms = { argument: number; of: (text: string) => string[] };
const AS_IT_IS: Forms = { argument: 0, of: (message) => [message] };
/** Which argument of a call is a message, and what it stands for. */
const FORMS: Readonly<Record<string, Forms>> = {
  translate: AS_IT_IS,
  message: AS_IT_IS,
  'l10n.t': AS_IT_IS,
  formatPlural: { argument: 1, of: (noun) => [`{0} ${noun}`, `{0} ${noun}s`] },
};

function nameCallee(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  const isOfEditor =
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'l10n';
  return isOfEditor ? `l10n.${memberName(callee)}` : undefined;
}

/** What `is ? a : b` may come to. */
function listChoices(node: Node): Node[] {
  const bare = unwrapType(node);
  if (bare.type !== 'ConditionalExpression') return [bare];
  return [...listChoices(bare.consequent), ...listChoices(bare.alternate)];
}
