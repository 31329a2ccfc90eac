/**
 * One key for the spellings a foreign name is given in English: Zelensky, Zelenskyy and Zelenskiy; Gaddafi and
 * Qaddafi. Only for comparing: it is no name.
 */
export function soundKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/kh|gh|q/gu, 'g')
    .replace(/ph/gu, 'f')
    .replace(/w/gu, 'v')
    .replace(/tch|tsch|cz/gu, 'ch')
    .replace(/sch|sz/gu, 'sh')
    .replace(/zh/gu, 'j')
    .replace(/ck/gu, 'k')
    .replace(/x/gu, 'ks')
    .replace(/ou|oo/gu, 'u')
    .replace(/^(?:ye|ie)/u, 'e')
    .replace(/(?:[iyj]+)$/u, 'i')
    .replace(/[iyj]{2,}/gu, 'i')
    .replace(/y/gu, 'i')
    .replace(/(.)\1+/gu, '$1');
}
