import { addCut, type CutCounts, listNotes, type Reduction } from '../reduction.ts';
import { JsonFrame } from './jsonFrame.ts';
import { renderScalar, ShapeIds, shapeOfScalar } from './jsonScalar.ts';
import { readToken, skipBlanks } from './jsonTokens.ts';

/** Below this many levels nothing is shown; reading goes on at any depth. */
const DEEPEST = 24;

/**
 * JSON with one sample per distinct shape of an array's elements, lengths for what is left out, long strings cut; also several values
 * in a row, such as JSON lines. Numbers, keys and their order stay as written. `undefined` when the text is not JSON.
 */
export function reduceJson(text: string): Reduction | undefined {
  const ids = new ShapeIds();
  const root = new JsonFrame('lines', -1);
  const stack: JsonFrame[] = [];
  let frame = root;

  for (let at = skipBlanks(text, 0); at < text.length; at = skipBlanks(text, at)) {
    const token = readToken(text, at);
    if (token === undefined || !frame.accepts(token.type)) return undefined;
    const raw = text.slice(at, token.end);
    at = token.end;
    if (token.type === '{' || token.type === '[') {
      stack.push(frame);
      frame = new JsonFrame(token.type === '{' ? 'object' : 'array', stack.length - 1, frame.key);
    } else if (token.type === '}' || token.type === ']') {
      const closed = frame;
      const parent = stack.pop();
      if (parent === undefined) return undefined;
      parent.add(ids.idOf(closed.shape()), () => renderFrame(closed, parent.cuts));
      frame = parent;
    } else if (token.type === ':' || token.type === ',') frame.separate(token.type);
    else if (frame.expectsKey) frame.setKey(raw);
    else {
      const { key, cuts } = frame;
      frame.add(ids.idOf(shapeOfScalar(raw)), () => renderScalar(raw, key, cuts));
    }
  }
  if (frame !== root || root.count === 0) return undefined;
  const body = root.render();
  return {
    kind: 'json',
    format: root.count > 1 ? 'JSON lines' : 'JSON',
    text: `${body}\n`,
    notes: listNotes(root.cuts),
  };
}

/** The text of a container; what was left out in it is added to `cuts`. */
function renderFrame(frame: JsonFrame, cuts: CutCounts): string {
  if (frame.depth < DEEPEST) {
    const text = frame.render();
    for (const [cut, count] of frame.cuts) addCut(cuts, cut, count);
    return text;
  }
  if (frame.depth === DEEPEST) addCut(cuts, 'levels');
  return frame.kind === 'array' ? '[…]' : '{…}';
}
