/** Sums of prefixes of a list of numbers, each kept in O(log n) while single numbers change. */
export class FenwickTree {
  /** Node i (from 1) holds the sum of the `i & -i` values that end with value i. */
  private readonly nodes: Int32Array;
  private readonly highestStep: number;

  constructor(values: readonly number[]) {
    const count = values.length;
    this.nodes = new Int32Array(count + 1);
    this.highestStep = count === 0 ? 0 : 1 << (31 - Math.clz32(count));
    for (let node = 1; node <= count; node++) {
      this.nodes[node]! += values[node - 1]!;
      const parent = node + (node & -node);
      if (parent <= count) this.nodes[parent]! += this.nodes[node]!;
    }
  }

  /** Adds `delta` to the value at `index`. */
  add(index: number, delta: number): void {
    for (let node = index + 1; node < this.nodes.length; node += node & -node) this.nodes[node]! += delta;
  }

  /** The sum of the first `count` values. */
  prefix(count: number): number {
    let sum = 0;
    for (let node = count; node > 0; node &= node - 1) sum += this.nodes[node]!;
    return sum;
  }

  /** How many values fit, from the first on, into `sum`: the index of the value in which position `sum` lies. */
  locate(sum: number): number {
    let index = 0;
    let rest = sum;
    for (let step = this.highestStep; step > 0; step >>= 1) {
      const node = index + step;
      if (node >= this.nodes.length || this.nodes[node]! > rest) continue;
      index = node;
      rest -= this.nodes[node]!;
    }
    return index;
  }
}
