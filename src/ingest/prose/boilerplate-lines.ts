/**
 * What stands on news pages beside the article and is none of it. Whole lines only, lower case, each anchored: a
 * sentence that merely begins so is never dropped. Data, so that a line is easily added. The patterns repeat no
 * group inside a repetition, so that none of them backtracks.
 */

/** A line that begins with one of `first` and has only words of `rest` and numbers after it. */
export type WordBag = { readonly first: readonly string[]; readonly rest: readonly string[] };

const bag = (first: string, rest: string): WordBag => ({ first: first.split(' '), rest: rest.split(' ') });

const PLATFORMS =
  'facebook twitter x whatsapp linkedin reddit email e-mail mail telegram pinterest flipboard messenger bluesky threads tumblr pocket snapchat instagram youtube tiktok sms copy link';

export const BOILERPLATE_BAGS: readonly WordBag[] = [
  bag(
    `share tweet print save pin post like follow bookmark listen reblog ${PLATFORMS}`,
    `this article story icon button on via to with by it link copied page post options close font resize comment comments print save share tweet facebook ${PLATFORMS}`,
  ),
  bag(
    'play pause mute unmute watch replay loading close menu search skip back next previous done open expand collapse',
    'video audio now live more ad gallery slideshow fullscreen image menu search next previous prev close',
  ),
  bag(
    'read show see view load learn find continue',
    'more less all full article story text here below stories articles news about this the main reading out',
  ),
  bag(
    'skip jump scroll back return',
    'to past down the main next continue top of page content navigation newsletter promotion footer comments article with reading homepage home for more see all section ad advertisement',
  ),
  bag(
    'sign subscribe register log login join signup',
    'up in now here today free for to our the a an your my daily weekly morning newsletter newsletters account us or and get receive unlimited access alerts alert updates read continue reading email e-mail this article comment log login subscribe sign register already subscriber is have want top stories news headlines delivered inbox straight into',
  ),
  bag(
    'ad ads advert advertisement advertising advertisements sponsored promoted promotion',
    'content stories story feedback continue reading below by links link article post message',
  ),
  bag(
    'accept reject allow manage decline',
    'all and close cookies cookie preferences settings privacy consent my',
  ),
  bag(
    'related recommended trending popular latest most top more topics tags topic tag',
    'articles article stories story posts coverage news topics content videos links reading now on this from in read popular viewed shared commented',
  ),
  bag('anzeige werbung publicité publicidad pubblicità reklama reklam reclame annons annonce реклама', ''),
];

export const BOILERPLATE_LINES: readonly RegExp[] = [
  // Counters
  /^\(?\d{1,6}\)?$/,
  /^(?:\d[\d,.]*k?|no|view|show|read|join the|see all|add a?|write a) comments?(?: \(?\d+\)?)?$/,
  /^(?:comments?|replies|likes?|views?|shares?|reactions?)(?:\s?[:(]?\s?\d[\d,.]*k?\)?)?$/,
  /^\d[\d,.]*k? (?:likes?|views?|shares?|replies|reactions?|reads?|retweets?)$/,
  /^(?:click|tap) (?:here )?to (?:share|print|email|enlarge|expand|play|copy|listen|zoom|view|subscribe|sign up)\b.{0,80}$/,
  /^(?:story|article) continues (?:below|after)(?: (?:this )?(?:the )?(?:advertisement|ad|advert|video|gallery|promotion))?\.*$/,
  /^(?:scroll|keep scrolling)(?: down)? (?:for more|to continue|to continue (?:reading|with content))\.*$/,
  /^(?:paid content|partner content|from our partners|affiliate links?)\.?$/,
  // Newsletters, accounts, walls
  /^(?:already (?:a|have an?) (?:subscriber|member|account)|not a (?:subscriber|member)|forgot (?:your )?password|create (?:an|your|a free) account|have an account)\b.{0,60}$/,
  /^(?:enter|your) (?:your )?(?:e-?mail|email address|name|website)\b.{0,40}$/,
  /^(?:thanks?|thank you) for (?:signing up|subscribing|reading|your (?:feedback|subscription|support))\b.{0,60}$/,
  /^(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,80}$/,
  /^(?:your browser|this browser|javascript|this video (?:player|file)) (?:is|does|must|cannot|can't)\b.{0,120}$/,
  // Consent
  /^(?:we|this (?:web)?site) uses? cookies\b.*$/,
  /^(?:wir (?:verwenden|nutzen)|nous utilisons|utilizamos|usamos|utilizziamo|wij gebruiken|vi använder|vi bruger|używamy|ми використовуємо|мы используем) .{0,40}cookies?\b.*$/,
  /^we value your privacy\b.*$/,
  /^we (?:and|&) our .{0,40}\b(?:partners|vendors)\b.*\b(?:cookies?|devices?|personal data|process data)\b.*$/,
  /^by (?:clicking|continuing|using|browsing|visiting)\b.*\byou (?:agree|accept|consent|allow)\b.*$/,
  // Rights and small print
  /^(?:all rights reserved|copyright\b|©|\(c\) \d).{0,160}$/,
  /^.{0,80}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\.?(?: this material may not be .{0,80})?$/,
  /^this (?:article|material|story|content) (?:may not be|is (?:reserved|available|exclusive) (?:for|to)) .{0,120}$/,
  /^(?:privacy policy|terms of (?:use|service)|terms (?:and|&) conditions|cookie policy|contact us|about us|help|faq|sitemap|accessibility|advertise(?: with us)?|careers)$/,
  // Codes of a publishing system that were not filled in
  /^\[[a-z][\w-]{1,30}(?: [^\]]{0,200})?\](?:.{0,100}\[\/[a-z][\w-]{1,30}\])?$/,
  // Comment forms
  /^your e-?mail address will not be published\b.{0,120}$/,
  /^required fields are marked\b.{0,20}$/,
  /^save my name, e-?mail,? and website in this browser\b.{0,80}$/,
  /^(?:notify me of (?:follow-?up comments|new posts) by e-?mail|post comment|submit comment|cancel reply|be the first to comment|you must be (?:logged|signed) in to (?:post a )?comment)\.?$/,
  /^(?:this site uses akismet to reduce spam|learn how your comment data is processed)\b.{0,100}$/,
  /^comments (?:are|have been) (?:closed|turned off|disabled|off)\b.{0,80}$/,
  // Pointers to other stories
  /^(?:editors?['’]s? picks?|up next|read next|what to read next|you (?:may|might) (?:also )?like|around the web|from the web|don['’]?t miss|must reads?|in case you missed it|keep reading|see also|further reading)\s?[:…]?$/,
  /^(?:tags?|filed under|topics?|categories|category|posted in|more on|related topics)\s?:.{0,200}$/,
  /^(?:read more|read also|also read|also|see also|related(?: (?:post|story|article|coverage|video|content|link|reading))?s?|more|watch|listen|in pictures|live|must read|recommended|don['’]?t miss)\s?[:|»>].{1,200}$/,
  /^(?:lesen sie auch|lies auch|mehr zum thema|(?:à )?lire aussi|voir aussi|le[ae] también|leggi anche|lees ook|läs också|læs også|les også|czytaj (?:też|także)|читайте (?:також|также)|اقرأ أيضاً?)\s?[:|»>].{1,200}$/,
  /^(?:follow|like|find|join) (?:us|me|him|her|them|[\w.'’]{2,20}(?: [\w.'’]{2,20})?) (?:on|at) (?:twitter|facebook|instagram|x|linkedin|threads|bluesky|youtube|whatsapp|telegram|tiktok|google news|flipboard)\b.{0,80}$/,
  // Captions and credits
  /^(?:image|photo|photograph|picture|video|illustration|file photo|screenshot|credit|photo credit|image credit|caption|media caption|image caption|image source|photo by|image copyright)s?\s?(?::|\||–|-).{0,200}$/,
  /^(?:image|photo|video|picture|media) (?:source|caption|copyright|credit)s?\b.{0,160}$/,
  /^(?:getty images|reuters|ap photo|ap|afp|epa|shutterstock|istock|alamy)(?: ?[/|,] ?[\w .]{2,40})?$/,
  // Stamps
  /^(?:last )?(?:updated|modified|published|posted|first published|originally published)(?: on| at)?:? .{0,60}\b(?:\d{1,2}:\d{2}|20\d\d|ago|today|yesterday)\b.{0,20}$/,
  /^(?:\d{1,2}|an?|one|two) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago$/,
  /^\d{1,2} ?min(?:ute)?s?(?: read)?$/,
  /^(?:at )?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\(?(?:gmt|utc|[a-z]{1,3}[sd]?t|[a-z]{2,3}est|uhr)(?:[+-]\d{1,2})?\)?)?$/,
  /^(?:estimated )?reading time:? ?\d.{0,20}$/,
];

/** Headings after which nothing of the article follows. */
export const END_HEADINGS: readonly RegExp[] = [
  /^(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)(?: (?:cancel reply|below))?$/,
  /^(?:\d[\d,.]* )?(?:comments?|responses?|replies|thoughts?) (?:on|to) [“"‘'].{1,300}$/,
  /^(?:join the (?:conversation|discussion)|reader comments|user comments|comments section|what do you think\?)$/,
  /^(?:related|recommended|similar|more|other|popular|latest) (?:articles?|stories|posts?|news|coverage|reading)\s?:?$/,
  /^more (?:great |from |on |of |in )?[\w &’']{0,30}\b(?:stories|news|coverage|articles|posts)$/,
  /^you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: these| reading)?\s?[:…]?$/,
  /^(?:about the authors?|share this:?|like this:?|read next:?|more from this section)$/,
  /^(?:kommentare?|kommentar schreiben|schreibe einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|lascia un commento|deixe um comentário|geef een reactie|dodaj komentarz)(?: abbrechen| annuler la réponse)?$/,
];
