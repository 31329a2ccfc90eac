/** A pair of items and how alike they are, 0 to 1. */
export type Link = { readonly a: number; readonly b: number; readonly likeness: number };

/**
 * Agglomerative clustering by average link (UPGMA, Sokal and Michener 1958) over a sparse set of links; a pair without
 * one counts as not alike at all. Joins the two clusters most alike for as long as their mean likeness reaches
 * `threshold`. Returns each item's cluster, named by its first item. Depends on the links alone, not on their order.
 */
export function averageLink(items: number, links: readonly Link[], threshold: number): number[] {
  const clusterOf = Array.from({ length: items }, (_, item) => item);
  for (const component of components(items, links))
    joinWithin(component.members, component.links, threshold, clusterOf);
  return clusterOf;
}

type Component = { readonly members: number[]; readonly links: Link[] };

/** Clusters never reach beyond what links connect, so each such part is small and clustered by itself. */
function components(items: number, links: readonly Link[]): Component[] {
  const parent = Array.from({ length: items }, (_, item) => item);
  const root = (item: number): number => {
    let top = item;
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] as number] as number;
      top = parent[top] as number;
    }
    return top;
  };
  for (const { a, b } of links) parent[root(a)] = root(b);
  const found = new Map<number, Component>();
  const of = (item: number): Component => {
    const top = root(item);
    const known = found.get(top) ?? { members: [], links: [] };
    found.set(top, known);
    return known;
  };
  for (let item = 0; item < items; item++) of(item).members.push(item);
  for (const link of links) of(link.a).links.push(link);
  return [...found.values()].filter(({ links: own }) => own.length > 0);
}

function joinWithin(
  members: readonly number[],
  links: readonly Link[],
  threshold: number,
  clusterOf: number[],
): void {
  const items = new Map<number, number[]>(members.map((member) => [member, [member]]));
  /** Sum of the likenesses between two clusters. */
  const sums = new Map<number, Map<number, number>>(members.map((member) => [member, new Map()]));
  const add = (a: number, b: number, likeness: number) => {
    const row = sums.get(a);
    row?.set(b, (row.get(b) ?? 0) + likeness);
  };
  for (const { a, b, likeness } of links) {
    add(a, b, likeness);
    add(b, a, likeness);
  }
  const mean = (a: number, b: number) =>
    (sums.get(a)?.get(b) ?? 0) / ((items.get(a)?.length ?? 1) * (items.get(b)?.length ?? 1));
  const nearest = new Map<number, { other: number; likeness: number }>();
  const look = (cluster: number) => {
    let best = { other: -1, likeness: -1 };
    for (const other of sums.get(cluster)?.keys() ?? []) {
      const likeness = mean(cluster, other);
      if (likeness > best.likeness || (likeness === best.likeness && other < best.other))
        best = { other, likeness };
    }
    nearest.set(cluster, best);
  };
  for (const member of members) look(member);

  for (;;) {
    let from = -1;
    for (const [cluster, { likeness }] of nearest) {
      const leader = nearest.get(from)?.likeness ?? -1;
      if (likeness > leader || (likeness === leader && cluster < from)) from = cluster;
    }
    const best = nearest.get(from);
    if (!best || best.other < 0 || best.likeness < threshold) break;
    const [kept, gone] = from < best.other ? [from, best.other] : [best.other, from];
    const rowOfGone = sums.get(gone) ?? new Map<number, number>();
    sums.delete(gone);
    nearest.delete(gone);
    items.get(kept)?.push(...(items.get(gone) ?? []));
    items.delete(gone);
    for (const [other, sum] of rowOfGone) {
      sums.get(other)?.delete(gone);
      if (other === kept) continue;
      add(kept, other, sum);
      add(other, kept, sum);
    }
    look(kept);
    for (const other of new Set([...rowOfGone.keys(), ...(sums.get(kept)?.keys() ?? [])]))
      if (other !== kept) look(other);
  }
  for (const [cluster, joined] of items) {
    const name = Math.min(...joined, cluster);
    for (const item of joined) clusterOf[item] = name;
  }
}
