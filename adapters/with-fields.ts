/** The JSON text of an object with more fields at its end, without reading it: large payloads are put together so. */
export function withFields(object: string, fields: object): string {
  return `${object.slice(0, -1)},${JSON.stringify(fields).slice(1)}`;
}
