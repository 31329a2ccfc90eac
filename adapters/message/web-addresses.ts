/** The http and https addresses that stand in plain text, in their order; sentence marks after them are not theirs. */
export function webAddressesIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"]+/gi)].map(([address]) => withoutSentenceMarks(address));
}

/** A closing bracket belongs to the address when it was opened in it: /wiki/Riyadh_(city). */
function withoutSentenceMarks(address: string): string {
  let end = address.length;
  let open = count(address, '(') - count(address, ')');
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (!/[.,;:!?'*_~|\]}…]/.test(last)) break;
  }
  return address.slice(0, end);
}

const count = (text: string, mark: string) => text.split(mark).length - 1;
