import { directionOfLocale } from '../message/direction.ts';
import { styleHash, stylesheet } from './stylesheet.ts';
import { type Html, html, trusted } from './template.ts';

export type Page = {
  readonly title: string;
  readonly locale: string;
  readonly body: Html;
  /** Instead of the usual look. */
  readonly style?: string;
};

/** A whole page, without a script and without anything from elsewhere. */
export function htmlPage({ title, locale, body, style = stylesheet }: Page): string {
  const page = html`<!doctype html>
<html lang="${locale}" dir="${directionOfLocale(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return page.markup;
}

/** The strictest Content-Security-Policy such a page lives with: its own stylesheet and nothing else. */
export function contentSecurityPolicy(style: string = stylesheet): string {
  return `default-src 'none'; style-src ${styleHash(style)}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}
