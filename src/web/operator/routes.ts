import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { contentSecurityPolicy } from '../../../adapters/html/page.ts';
import type { Clock } from '../../domain/time.ts';
import { operatorPage, signInPage } from './page.ts';
import { operatorStyle } from './style.ts';
import { bearerOf, isSession, isToken, SESSION_MS, sessionFor } from './token.ts';
import type { OperatorView } from './view.ts';

export type OperatorParts = {
  /** OPERATOR_TOKEN; null where nobody is let in. */
  readonly token: string | null;
  readonly clock: Clock;
  /** Times are shown in this zone. */
  readonly zone: string;
  /** Browsers send the cookie over https alone. */
  readonly https: boolean;
  view(): Promise<OperatorView>;
  /** Somebody gave a wrong token. */
  onRefused(): void;
};

const COOKIE = 'courant_operator';
const policy = contentSecurityPolicy(operatorStyle);

/** /operator: read only, for whoever has the token, in a header or once in the form. */
export function operatorRoutes({ token, clock, zone, https, view, onRefused }: OperatorParts): Hono {
  const routes = new Hono();
  const cookie = { path: '/operator', httpOnly: true, sameSite: 'Strict', secure: https } as const;

  routes.use(async (context, next) => {
    await next();
    context.header('cache-control', 'no-store');
  });
  const show = (context: Context, page: string, status: 200 | 401 | 403 | 404 = 200) => {
    context.header('content-security-policy', policy);
    return context.html(page, status);
  };
  if (token === null) {
    routes.all('/*', (context) => show(context, signInPage('closed'), 404));
    return routes;
  }

  const isOperator = (context: Context) => {
    const bearer = bearerOf(context.req.header('authorization'));
    if (bearer !== null) {
      if (isToken(bearer, token)) return true;
      onRefused();
      return false;
    }
    return isSession(getCookie(context, COOKIE) ?? '', token, clock());
  };

  routes.get('/', async (context) =>
    isOperator(context)
      ? show(context, operatorPage(await view(), zone))
      : show(context, signInPage('asked'), 401),
  );
  // A form of another site must not sign anybody in or out.
  routes.on('POST', ['/sign-in', '/sign-out'], bodyLimit({ maxSize: 4096 }), async (context, next) =>
    ['same-origin', 'none', undefined].includes(context.req.header('sec-fetch-site'))
      ? next()
      : show(context, signInPage('asked'), 403),
  );
  routes.post('/sign-in', async (context) => {
    const { token: given } = await context.req.parseBody();
    if (typeof given !== 'string' || !isToken(given.trim(), token)) {
      onRefused();
      return show(context, signInPage('refused'), 401);
    }
    setCookie(context, COOKIE, sessionFor(token, clock()), { ...cookie, maxAge: SESSION_MS / 1000 });
    return context.redirect('/operator', 303);
  });
  routes.post('/sign-out', (context) => {
    deleteCookie(context, COOKIE, cookie);
    return context.redirect('/operator', 303);
  });
  return routes;
}
