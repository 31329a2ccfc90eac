/** Text for HTML so that it shows as it is, between tags and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(allSpecial, (mark) => entities[mark] ?? mark) : text;
}

const special = /[&<>"']/;
const allSpecial = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
