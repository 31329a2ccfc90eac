/** Articles as lines of JSON: each has one quote, and words that are in all. */
export function newsLine(n: number): string {
  return JSON.stringify({
    id: `quay-${n}`,
    url: `https://harbour.example/quay-${n}`,
    title: `Council votes on quay ${n}`,
    outlet: 'The Harbour Post',
    date: '2026-11-19T07:00:00Z',
    text: [
      `The council of Elmford voted on Tuesday on the repair of quay number ${n}, which a storm damaged in spring.`,
      `“We shall have mended quay ${n} before the winter comes,” said the mayor, Ann Lee.`,
      'The works will cost the town about two million. '.repeat(30),
    ].join('\n\n'),
  });
}

export function someNews(count: number): string {
  return Array.from({ length: count }, (_, n) => `${newsLine(n)}\n`).join('');
}
