/**
 * What the names of classes, ids and roles say about a part of a page. Names are habit, not standard, but the habit
 * is shared by the publishing systems most papers run on. Each signal is one bit of a part's `signals`.
 */
export const SIGNAL_NAMES = [
  'share',
  'related',
  'comments',
  'newsletter',
  'promotion',
  'caption',
  'media',
  'byline',
  'navigation',
  'footer',
  'side',
  'tags',
  'overlay',
  'heading',
  'body',
  'live',
  'widget',
] as const;

export type SignalName = (typeof SIGNAL_NAMES)[number];

/** Tested against the class, id, role, itemprop and data-* names of one element, lower-cased. */
export const SIGNAL_PATTERNS: Readonly<Record<SignalName, RegExp>> = {
  share:
    /shar(?:e|ing)|social|follow|toolbar|tools|sns|addthis|a2a|print-?(?:button|link)|actions?(?:\b|_|-)/,
  related:
    /relat|recommend|more-?(?:from|on|stor|news|in)|read-?(?:more|next|also)|also|popular|trending|most-|latest|teaser|outbrain|taboola|zergnet|revcontent|up-?next|similar|further|inline-?link|pullout|suggest|rel(?:ated)?-?post|jp-rel/,
  comments: /comment|disqus|discuss|reply|replies|respond|conversation|livefyre|viafoura|coral/,
  newsletter:
    /newsletter|subscri|sign-?up|signin|log-?in|register|email-?(?:form|capture|sign)|mailing|mc_embed|opt-?in|paywall|regwall|meter|piano|gate/,
  promotion:
    /promo|(?:^|[\s_-])cta(?:[\s_-]|$)|advert|(?:^|[\s_-])ads?(?:[\s_-]|$)|ad-?(?:slot|unit|wrap|container|box|label)|banner|sponsor|dfp|gpt|commercial|affiliate|shop|buy|deal|offer|donat|marketing|product/,
  caption: /caption|credit(?!-card)/,
  media:
    /figure|image|photo|picture|media|gallery|slide|video|(?:audio|media)-?player|jwplayer|thumb|carousel|lightbox/,
  byline:
    /byline|author|writer|contributor|bio(?:\b|_|-)|date|time|publish|meta(?!l)|info|dateline|source|attribution|profile/,
  navigation:
    /nav|menu|breadcrumb|crumb|masthead|(?:site|page|global|main|top)-?header|header-?(?:bar|top|nav)|pagination|pager|pages?-?links?|skip|search|toc|table-of-contents|index-?list/,
  footer: /foot|copyright|legal|disclaimer|colophon|terms|correction|endnote|license/,
  side: /side|rail|(?:right|left)-?col|aside|complementary|sticky|widget-?area|secondary|sub-?column|factbox|infobox|pull-?quote|callout|key-?point|highlights|takeaway|summary-?box/,
  tags: /(?:^|[\s_-])tags(?:$|[\s_-])|(?:^|[\s_])tag-?(?:list|links?|cloud|container)|topics?-?(?:list|links?)?(?:\s|$)|categor(?:y|ies)-?(?:list|links?)|keyword|kicker|rubric|section-?name/,
  overlay:
    /cookie|consent|gdpr|modal|popup|pop-?up|overlay|lightbox|dialog|toast|alert|notice|interstitial|tooltip|dropdown|hidden|screen-?reader|sr-only|visually/,
  heading:
    /headline|title|deck|dek|standfirst|sub-?head|summary|excerpt|intro|lede|lead|abstract|description|strap/,
  body: /article-?(?:body|content|text|copy)|articlebody|story-?(?:body|content|text|copy)|entry-?content|post-?(?:body|content|text)|main-?content|content-?body|rich-?text|wysiwyg|prose|body-?(?:copy|text|content)|paragraph|storytext|zn-body|(?:^|\s)(?:article|story|content|post|entry|hentry|text|body)(?:\s|$)/,
  live: /live-?(?:blog|update|feed)|liveblog|timeline|timestamp/,
  widget:
    /widget|module|embed|tweet|twitter|facebook|instagram|poll|quiz|survey|calculator|ticker|weather|chart|graphic|interactive|recipe|rating|score|stock|quote-?box|player-?card/,
};

/** Attributes whose values name what an element is for. */
export const NAMING_ATTRIBUTES: readonly string[] = [
  'class',
  'id',
  'role',
  'itemprop',
  'data-component',
  'data-testid',
  'data-type',
  'data-module',
  'data-name',
  'aria-label',
  'data-qa',
];

export function hasSignal(signals: number, name: SignalName): boolean {
  return ((signals >> SIGNAL_NAMES.indexOf(name)) & 1) === 1;
}
