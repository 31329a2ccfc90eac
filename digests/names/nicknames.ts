/** First names that go by one another; a line a person could be called. */
const families = `
  william bill will billy liam
  robert bob bobby rob
  richard dick rick rich
  james jim jimmy
  john jack johnny
  joseph joe joey
  michael mike
  thomas tom tommy
  charles charlie chuck
  edward ed eddie ted
  theodore ted
  daniel dan danny
  david dave
  donald don
  ronald ron
  kenneth ken
  stephen steve
  steven steve
  christopher chris
  matthew matt
  anthony tony
  andrew andy drew
  samuel sam
  benjamin ben
  bernard bernie
  gregory greg
  jeffrey jeff
  timothy tim
  patrick pat
  lawrence larry
  gerald jerry
  nicholas nick
  alexander alex
  frederick fred
  raymond ray
  elizabeth liz beth betty
  katherine kate kathy
  catherine cathy kate
  margaret maggie peggy
  patricia pat patty
  deborah debbie
  susan sue
  barbara barb
  jennifer jen jenny
  rebecca becky
  victoria vicky
  alexandra alex
  volodymyr vladimir wolodymyr
  oleksandr alexander aleksandr aleksander
  serhiy sergei sergey serhii
  yevhen yevgeny evgeny
  dmytro dmitry dmitri
  mykola nikolai
  yuri yuriy iurii
  mohammed muhammad mohamed mohammad
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

const familiesOf = new Map<string, number[]>();
families.forEach((names, at) => {
  for (const name of names) familiesOf.set(name, [...(familiesOf.get(name) ?? []), at]);
});

/** True for the same first name, its short form ("Bob" for "Robert") or its initial. Both in lower case. */
export function sameFirstName(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  const mine = familiesOf.get(a);
  return mine?.some((family) => familiesOf.get(b)?.includes(family)) ?? false;
}
