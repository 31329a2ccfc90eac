/** Discord's own OpenAPI document (npm `discord-api-spec`, which holds it as zod schemas), checked by ajv. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

/** The package says its types are this very file, so the compiler can't see it: hence by a name in a variable. */
const specModule = 'discord-api-spec/zod';
const spec: Readonly<Record<string, z.ZodType>> = await import(specModule);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const compiled = new Map<string, ValidateFunction>();

/** What in a body is not as Discord's document says, fields it does not know included; empty when all is well. */
export function violations(schema: string, body: unknown): readonly string[] {
  const check = compiled.get(schema) ?? compile(schema);
  if (check(body)) return [];
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function compile(name: string): ValidateFunction {
  const schema = spec[`${name}Schema`];
  if (!schema) throw new Error(`Discord's document has no ${name}`);
  const check = ajv.compile(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  compiled.set(name, check);
  return check;
}
