/** What stands before every page: headers, and who may see it. */
import type { MiddlewareHandler } from 'hono';
import { contentSecurityPolicy } from '../../adapters/html/page.ts';
import { bearerOf, isToken } from './operator/token.ts';
import { isForUs } from './reach.ts';

export const strictHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  if (!headers.has('content-security-policy'))
    headers.set('content-security-policy', contentSecurityPolicy());
};

/** Answers those alone who call this machine by a name of its own. */
export const forThisMachine: MiddlewareHandler = async (context, next) => {
  if (isForUs(context.req.header('host'))) return next();
  return context.text(
    'This server is for its own machine. If a proxy stands before it, set PUBLIC_URL to the address people use.\n',
    421,
  );
};

/** For programs: `Authorization: Bearer` with the operator's token; where there is none, nobody may. */
export function bearerOnly(token: string | null): MiddlewareHandler {
  return async (context, next) => {
    if (token === null) return context.text('Set OPERATOR_TOKEN to open this.\n', 403);
    const given = bearerOf(context.req.header('authorization'));
    if (given !== null && isToken(given, token)) return next();
    return context.text('The operator’s token is wanted.\n', 401, { 'www-authenticate': 'Bearer' });
  };
}
