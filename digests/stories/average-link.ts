/** A pair of items and how alike they are, 0 to 1. */
export type Link = { readonly a: number; readonly b: number; readonly likeness: number };

/**
 * Agglomerative clustering by average link (UPGMA, Sokal and Michener 1958) over a sparse set of links, at most one a pair; a
 * pair without one counts as not alike at all. Joins clusters for as long as their mean likeness reaches `threshold`. Returns each
 * item's cluster, named by its first item. Depends on the links alone, not on their order.
 */
export function averageLink(items: number, links: readonly Link[], threshold: number): number[] {
  const component = componentsOf(items, links, threshold);
  const clusters = new Clusters(
    items,
    links.filter(({ a, b }) => component[a] === component[b]),
  );
  for (let item = 0; item < items; item++) joinFrom(item, clusters, threshold);
  return clusters.names();
}

/**
 * Clusters can only meet where a link as strong as the threshold connects them, for a mean never exceeds its largest
 * part: what lies between two such components changes nothing, and most faint links do.
 */
function componentsOf(items: number, links: readonly Link[], threshold: number): number[] {
  const parent = Array.from({ length: items }, (_, item) => item);
  const root = (item: number): number => {
    let top = item;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] as number] as number;
      top = parent[top] as number;
    }
    return top;
  };
  for (const { a, b, likeness } of links) if (likeness >= threshold) parent[root(a)] = root(b);
  return parent.map((_, item) => root(item));
}

/**
 * Follows a chain of nearest neighbours to two that are each other's nearest, and joins these (Murtagh 1983). It makes
 * the same clusters as always joining the two most alike, without ever looking at all of them: a joined cluster is
 * never nearer to a third than the nearer of its parts was.
 */
function joinFrom(item: number, clusters: Clusters, threshold: number): void {
  const chain = [item];
  for (let last = chain.at(-1); last !== undefined; last = chain.at(-1)) {
    const before = chain.at(-2);
    if (!clusters.has(last)) {
      chain.pop();
      continue;
    }
    const nearest = clusters.nearest(last, before);
    if (nearest.likeness < threshold) chain.pop();
    else if (nearest.cluster !== before) chain.push(nearest.cluster);
    else {
      chain.length -= 2;
      const joined = clusters.join(last, before);
      if (chain.length === 0) chain.push(joined);
    }
  }
}

class Clusters {
  readonly #members: (number[] | null)[];
  /** For each cluster, those it has links to and the sum of the likenesses between them. */
  readonly #sums: Map<number, number>[];

  constructor(items: number, links: readonly Link[]) {
    this.#members = Array.from({ length: items }, (_, item) => [item]);
    this.#sums = Array.from({ length: items }, () => new Map<number, number>());
    for (const { a, b, likeness } of links) {
      this.#sumsOf(a).set(b, likeness);
      this.#sumsOf(b).set(a, likeness);
    }
  }

  has(cluster: number): boolean {
    return this.#members[cluster] !== null;
  }

  /** Of equals, `preferred`, then the first. */
  nearest(cluster: number, preferred: number | undefined): { cluster: number; likeness: number } {
    const size = this.#size(cluster);
    let best = { cluster: -1, likeness: 0 };
    for (const [other, sum] of this.#sums[cluster] ?? []) {
      const likeness = sum / (size * this.#size(other));
      const better =
        likeness === best.likeness
          ? best.cluster !== preferred && (other === preferred || other < best.cluster)
          : likeness > best.likeness;
      if (better) best = { cluster: other, likeness };
    }
    return best;
  }

  /** The one with fewer links is taken into the other, whose number stays. */
  join(a: number, b: number): number {
    const [sumsA, sumsB] = [this.#sumsOf(a), this.#sumsOf(b)];
    const [kept, gone] = sumsA.size >= sumsB.size ? [a, b] : [b, a];
    const moved = this.#sumsOf(gone);
    this.#sums[gone] = new Map();
    for (const [other, sum] of moved) {
      this.#sumsOf(other).delete(gone);
      if (other !== kept) this.#add(kept, other, sum);
    }
    this.#members[kept]?.push(...(this.#members[gone] ?? []));
    this.#members[gone] = null;
    return kept;
  }

  /** For each item the first item of its cluster. */
  names(): number[] {
    const names = this.#members.map((_, item) => item);
    for (const members of this.#members) {
      if (!members) continue;
      const name = members.reduce((first, item) => Math.min(first, item));
      for (const item of members) names[item] = name;
    }
    return names;
  }

  #add(a: number, b: number, likeness: number): void {
    const sum = (this.#sumsOf(a).get(b) ?? 0) + likeness;
    this.#sumsOf(a).set(b, sum);
    this.#sumsOf(b).set(a, sum);
  }

  #size(cluster: number): number {
    return this.#members[cluster]?.length ?? 1;
  }

  #sumsOf(cluster: number): Map<number, number> {
    const sums = this.#sums[cluster];
    if (!sums) throw new RangeError(`no cluster ${cluster}`);
    return sums;
  }
}
