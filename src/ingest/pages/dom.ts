import { parseHTML } from 'linkedom';
import { nestsTooDeep } from '../prose/nesting.ts';

/** What of the DOM the reading of pages needs; linkedom's own types bring a browser's along. */
export type PageNode = {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  readonly nextSibling: PageNode | null;
  readonly textContent: string | null;
};

export type PageElement = PageNode & {
  readonly localName: string;
  readonly firstChild: PageNode | null;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};

export type PageDocument = PageElement & {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
};

const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

/** Pages of sloppy makers leave some hundred elements open; building a tree takes time with depth squared. */
const MAX_DEPTH = 3_000;

/**
 * Parses HTML into a document that has at least `<html>` and `<body>`; runs and fetches nothing. What nests to do harm
 * gives an empty one.
 */
export function parsePage(html: string): PageDocument {
  if (nestsTooDeep(html, MAX_DEPTH, 'html')) return parsed(framed(''));
  const hasRoot = /<html[\s>]/i.test(html);
  const document = parsed(hasRoot ? withoutStrays(html) : framed(html));
  // Markup that swallows the root, like a CDATA section that is never closed.
  return document.documentElement === null ? parsed(framed(html.replaceAll('<![CDATA[', ''))) : document;
}

function parsed(html: string): PageDocument {
  return parseHTML(html).document as unknown as PageDocument;
}

function framed(html: string): string {
  return `<!doctype html><html><body>${html}</body></html>`;
}

/** The root stands at the beginning: a page that repeats it would be searched from each of them. */
const ROOT_WITHIN = 20_000;

/** An element between `<html>` and `<head>`, as scripts leave them there, makes linkedom see an empty body. */
function withoutStrays(html: string): string {
  const beginning = html
    .slice(0, ROOT_WITHIN)
    .replace(
      /(<html[^>]{0,5000}>)([\s\S]{0,5000}?)(?=<(?:head|body)[\s>])/i,
      (whole, root: string, between: string) =>
        /<(?!meta|title|link|script|style|base|!)[a-z]/i.test(between) ? root : whole,
    );
  return beginning + html.slice(ROOT_WITHIN);
}

/** Text that may be written as HTML ("&amp;", "<b>") as it would be shown. */
export function plainText(text: string): string {
  if (!/[&<]/.test(text)) return text;
  return nestsTooDeep(text, MAX_DEPTH, 'html')
    ? ''
    : (parsed(framed(`<div>${text}</div>`)).body?.textContent ?? '');
}
