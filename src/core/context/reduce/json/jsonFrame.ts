import { formatInteger } from '../../../format.ts';
import { addCut, type CutCounts } from '../reduction.ts';
import { SCALAR_SHAPES } from './jsonScalar.ts';
import type { JsonToken } from './jsonTokens.ts';

/** Of elements of one shape so many are shown; scalars are short, and what is listed as wrong is worth reading. */
const CONTAINERS_SHOWN = 1;
const SCALARS_SHOWN = 3;
const ERRORS_SHOWN = 25;
const ERROR_LIST = /^"(?:errors?|failures?|messages|diagnostics|issues|problems|exceptions)"$/i;
/** Beyond so many shapes in one array, elements of new ones are counted only. */
const MOST_SHAPES = 16;
/** Of an object so many keys are shown; beyond them, only those whose values have a new shape. */
const KEYS_SHOWN = 24;
/** Containers up to this length stand in one line, in UTF-16 units. */
const LINE_LENGTH = 100;

type Slot = { text: string; shape: number };

/** A container that is being read: what will be shown of it and the shapes of all that is in it. */
export class JsonFrame {
  readonly kind: 'array' | 'object' | 'lines';
  /** 0 for the outermost container. */
  readonly depth: number;
  /** The key of the value that comes next, as written. */
  key: string | undefined;
  /** Elements or keys. */
  count = 0;
  /** What was left out of the part that is shown. */
  readonly cuts: CutCounts = new Map();
  private readonly ownKey: string | undefined;
  private slots: Slot[] = [];
  private readonly perShape = new Map<number, number>();
  private keyShapes: string[] = [];
  /** What may come next: a key, a colon, a value, or a comma or the end. */
  private expects: 'key' | 'colon' | 'value' | 'end' = 'value';
  private afterComma = false;

  constructor(kind: JsonFrame['kind'], depth: number, ownKey?: string) {
    this.kind = kind;
    this.depth = depth;
    this.ownKey = ownKey;
    if (kind === 'object') this.expects = 'key';
  }

  get expectsKey(): boolean {
    return this.expects === 'key';
  }

  accepts(type: JsonToken['type']): boolean {
    if (type === ':') return this.expects === 'colon';
    if (type === ',') return this.expects === 'end' && this.kind !== 'lines';
    if (type === '}' || type === ']') return this.canClose(type);
    if (this.expects === 'key') return type === 'string';
    return this.expects === 'value' || (this.kind === 'lines' && this.expects === 'end');
  }

  separate(type: ':' | ','): void {
    this.afterComma = type === ',';
    this.expects = type === ':' || this.kind === 'array' ? 'value' : 'key';
  }

  setKey(raw: string): void {
    this.key = raw;
    this.expects = 'colon';
  }

  /** Adds a value of the given shape; its text is asked for only when it will be shown. */
  add(shape: number, render: () => string): void {
    const seen = this.perShape.get(shape) ?? 0;
    this.perShape.set(shape, seen + 1);
    if (this.kind === 'object' && this.count <= KEYS_SHOWN) this.keyShapes.push(`${this.key}${shape}`);
    if (this.isShown(shape, seen)) {
      const text = render();
      this.slots.push({ text: this.kind === 'object' ? `${this.key}: ${text}` : text, shape });
    }
    this.count++;
    this.afterComma = false;
    this.expects = 'end';
  }

  /** The shape: keys with the shapes of their values, or, of arrays and of objects used as maps, the set of shapes. */
  shape(): string {
    const set = [...this.perShape.keys()].sort((a, b) => a - b).join();
    if (this.kind !== 'object') return `[${set}]`;
    return this.count > KEYS_SHOWN ? `{*${set}}` : `{${this.keyShapes.sort().join()}}`;
  }

  render(): string {
    const left = this.count - this.slots.length;
    addCut(this.cuts, this.kind === 'object' ? 'keys' : 'elements', left);
    if (this.kind === 'lines') return this.listItems('\n', left);
    const [open, close] = this.kind === 'array' ? ['[', ']'] : ['{', '}'];
    const inline = left === 0 ? this.slots.map(({ text }) => text).join(', ') : '';
    if (left === 0 && inline.length <= LINE_LENGTH && !inline.includes('\n'))
      return `${open}${inline}${close}`;
    const indent = `\n${' '.repeat(this.depth + 1)}`;
    return `${open}${indent}${this.listItems(indent, left)}\n${' '.repeat(this.depth)}${close}`;
  }

  private listItems(separator: string, left: number): string {
    const unit = this.kind === 'object' ? 'keys' : this.kind === 'array' ? 'elements' : 'lines';
    const head = left === 0 ? [] : [`/* ${formatInteger(this.count)} ${unit} */`];
    return [...head, ...this.itemLines()].join(separator);
  }

  /** The shown values, each followed by how many more of its shape there are. */
  private itemLines(): string[] {
    const comma = this.kind === 'lines' ? '' : ',';
    const lastOfShape = new Map(this.slots.map(({ shape }, index) => [shape, index]));
    const shown = new Map<number, number>();
    for (const { shape } of this.slots) shown.set(shape, (shown.get(shape) ?? 0) + 1);
    const lines = this.slots.map(({ text, shape }, index) => {
      const more = (this.perShape.get(shape) ?? 0) - (shown.get(shape) ?? 0);
      const isLast = lastOfShape.get(shape) === index;
      const note = isLast && more > 0 ? ` /* ${formatInteger(more)} more of this shape */` : '';
      return `${text}${index < this.slots.length - 1 ? comma : ''}${note}`;
    });
    const hidden = [...this.perShape].filter(([shape]) => !shown.has(shape));
    const rest = hidden.reduce((sum, [, count]) => sum + count, 0);
    return rest === 0
      ? lines
      : [...lines, `/* ${formatInteger(rest)} more of ${hidden.length} other shapes */`];
  }

  private isShown(shape: number, seen: number): boolean {
    if (this.kind === 'object' && this.count < KEYS_SHOWN) return true;
    if (seen === 0) return this.perShape.size <= MOST_SHAPES;
    if (this.kind === 'object') return false;
    if (this.ownKey !== undefined && ERROR_LIST.test(this.ownKey)) return seen < ERRORS_SHOWN;
    return shape < SCALAR_SHAPES.length ? seen < SCALARS_SHOWN : seen < CONTAINERS_SHOWN;
  }

  private canClose(type: '}' | ']'): boolean {
    if (this.kind !== (type === '}' ? 'object' : 'array')) return false;
    return this.expects === 'end' || (this.count === 0 && !this.afterComma && this.expects !== 'colon');
  }
}
