// Average-linkage clustering: the two groups that are most alike on the average become one, until none are alike
// enough. Each join touches the neighbours of what was joined and nothing else, so that ten thousand statements take
// seconds. Pure and deterministic: of pairs that are alike, the one that was named first goes first.

/** Pairs side by side in columns: as an object each, half a million would take ten times the memory. */
export interface Pairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly likeness: Float64Array;
}

interface Group {
  readonly members: number[];
  /** To each neighbour, the number of what lies between. */
  readonly edges: Map<number, number>;
  /** When its first member was named. */
  readonly since: number;
}

/** Two groups that may be joined next. Out of date once either has changed. */
interface Candidate {
  readonly a: number;
  readonly b: number;
  /** In billionths: what differs by less is alike, and differs by the order of adding up alone. */
  readonly average: number;
  readonly groupSince: number;
  readonly edgeSince: number;
}

const goesBefore = (a: Candidate, b: Candidate): boolean =>
  a.average !== b.average
    ? a.average > b.average
    : a.groupSince !== b.groupSince
      ? a.groupSince < b.groupSince
      : a.edgeSince < b.edgeSince;

/** A heap: the candidate that goes before all others is at its top. */
class Queue {
  readonly #heap: Candidate[] = [];

  add(candidate: Candidate): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(candidate);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || !goesBefore(candidate, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = candidate;
  }

  take(): Candidate | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let first = left;
      const [one, other] = [heap[left], heap[right]];
      if (one && other && goesBefore(other, one)) first = right;
      const child = heap[first];
      if (!child || !goesBefore(child, last)) break;
      heap[at] = child;
      at = first;
    }
    heap[at] = last;
    return top;
  }
}

const billionth = 1e9;

class Linkage {
  readonly groups = new Map<number, Group>();
  readonly #queue = new Queue();
  readonly #likenessMin: number;
  /** Of each edge, the sum of the likenesses of the members on both sides. */
  readonly #sums: Float64Array;
  /** When an edge came to its group: the elder of two that are alike goes first. */
  readonly #since: Float64Array;
  #named = 0;

  constructor({ a, b, likeness }: Pairs, likenessMin: number) {
    this.#likenessMin = likenessMin;
    this.#sums = likeness.slice();
    this.#since = new Float64Array(likeness.length);
    for (let edge = 0; edge < likeness.length; edge++) {
      const [one, other] = [a[edge] ?? 0, b[edge] ?? 0];
      this.#since[edge] = this.#named++;
      this.#groupOf(one).edges.set(other, edge);
      this.#groupOf(other).edges.set(one, edge);
    }
    for (let edge = 0; edge < likeness.length; edge++) this.#offer(a[edge] ?? 0, b[edge] ?? 0);
  }

  #groupOf(member: number): Group {
    const known = this.groups.get(member);
    if (known) return known;
    const made = { members: [member], edges: new Map<number, number>(), since: this.groups.size };
    this.groups.set(member, made);
    return made;
  }

  /** As it stands now; null for groups that are not alike enough or are none any more. */
  #candidate(one: number, other: number): Candidate | null {
    const [a, b] = one < other ? [one, other] : [other, one];
    const [first, second] = [this.groups.get(a), this.groups.get(b)];
    const edge = first?.edges.get(b);
    if (!first || !second || edge === undefined) return null;
    const average = (this.#sums[edge] ?? 0) / (first.members.length * second.members.length);
    if (average < this.#likenessMin) return null;
    return {
      a,
      b,
      average: Math.round(average * billionth),
      groupSince: first.since,
      edgeSince: this.#since[edge] ?? 0,
    };
  }

  #offer(a: number, b: number): void {
    const candidate = this.#candidate(a, b);
    if (candidate) this.#queue.add(candidate);
  }

  /** The group of the smaller number takes the other one in. */
  #join(a: number, b: number): void {
    const [into, from] = [this.groups.get(a), this.groups.get(b)];
    if (!into || !from) return;
    for (const member of from.members) into.members.push(member);
    into.edges.delete(b);
    for (const [other, theirs] of from.edges) {
      if (other === a) continue;
      const neighbour = this.groups.get(other)?.edges;
      neighbour?.delete(b);
      const ours = into.edges.get(other);
      if (ours === undefined) {
        this.#since[theirs] = this.#named++;
        into.edges.set(other, theirs);
        neighbour?.set(a, theirs);
      } else this.#sums[ours] = (this.#sums[ours] ?? 0) + (this.#sums[theirs] ?? 0);
    }
    this.groups.delete(b);
    for (const other of into.edges.keys()) this.#offer(a, other);
  }

  run(): void {
    for (let next = this.#queue.take(); next; next = this.#queue.take()) {
      const now = this.#candidate(next.a, next.b);
      // what has changed since was offered anew
      if (now?.average === next.average && now.edgeSince === next.edgeSince) this.#join(next.a, next.b);
    }
  }
}

/** The members of each group; who is in no pair is in none. */
export function linkByAverage(pairs: Pairs, likenessMin: number): readonly (readonly number[])[] {
  const linkage = new Linkage(pairs, likenessMin);
  linkage.run();
  return [...linkage.groups.values()].map((group) => group.members);
}
