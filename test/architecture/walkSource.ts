import { type Comment, type Node, parseSync, visitorKeys } from 'oxc-parser';

/** One node on the way through a file: where it hangs decides what an identifier means. */
export type Step = { node: Node; parent: Node | undefined; key: string };

export type ParsedSource = {
  steps: readonly Step[];
  comments: readonly Comment[];
  errors: readonly { message: string; start: number }[];
};

/** Parses one TypeScript file and lists its nodes, parents first. */
export function parseSource(path: string, source: string): ParsedSource {
  const { program, comments, errors } = parseSync(path, source, { preserveParens: false });
  return {
    steps: [...walkNode({ node: program, parent: undefined, key: '' })],
    comments,
    errors: errors.map(({ message, labels }) => ({ message, start: labels[0]?.start ?? 0 })),
  };
}

/** 1-based line of an offset. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function* walkNode(step: Step): Generator<Step> {
  yield step;
  const children = step.node as unknown as Record<string, unknown>;
  for (const key of visitorKeys[step.node.type] ?? []) {
    for (const child of [children[key]].flat()) {
      if (isNode(child)) yield* walkNode({ node: child, parent: step.node, key });
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
