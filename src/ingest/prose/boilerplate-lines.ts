/**
 * Lines that stand on news pages beside the article and are none of it. Whole lines only, case-insensitive, and
 * each anchored: a sentence that merely begins so is never dropped. English first, then the languages whose
 * papers are read most; data, so that a line is easily added.
 */
export const BOILERPLATE_LINES: readonly RegExp[] = [
  // Counters and buttons
  /^\(?\d{1,6}\)?$/,
  /^(?:\d[\d,.]*k?|no|view|show|read|join the|see all|add a?|write a) comments?(?: \(?\d+\)?)?$/,
  /^(?:comments?|replies|likes?|views?|shares?|reactions?)(?:\s*[:(]?\s*\d[\d,.]*k?\)?)?$/,
  /^\d[\d,.]*k? (?:likes?|views?|shares?|replies|reactions?|reads?|retweets?)$/,
  /^(?:share|tweet|email|e-mail|print|save|copy link|link copied|pin|pin it|post|like|follow|bookmark|listen|reblog|whatsapp|telegram|reddit|linkedin|facebook|twitter|x|pinterest|flipboard|messenger|bluesky|threads|tumblr|pocket|snapchat|instagram|youtube)(?:\s*(?:this|article|story|icon|button|on|via|to|with|by|facebook|twitter|x|whatsapp|linkedin|reddit|email|mail|telegram|pinterest|flipboard|messenger|bluesky|threads|tumblr|[,|·•/+&-]|\d+))*\.?$/,
  /^share (?:this|the) (?:article|story|post|page|video|gallery|selection)(?: (?:on|via|with) [\w ]{1,30})?:?$/,
  /^(?:click|tap) (?:here )?to (?:share|print|email|enlarge|expand|play|copy|listen|zoom|view|subscribe|sign up)\b.{0,80}$/,
  /^(?:play|pause|mute|unmute|watch|replay|skip ad|loading|close|menu|search|skip|back|next|previous|done|continue|open|expand|collapse|toggle [\w ]{1,20})(?: (?:video|audio|now|live|more|\.\.\.|…))*\s*[.…]*$/,
  /^(?:read|show|see|view|load|learn|find out) (?:more|less|all|full (?:article|story|text))(?: (?:here|below|stories|articles|news|about this))?\s*[.…»>→]*$/,
  /^continue reading(?: (?:the main story|below|this article|…))*\s*[.…»>→]*$/,
  /^(?:skip|jump|scroll|back|return) (?:to|past|down) (?:(?:the|main|next|continue|top|of|page|content|navigation|newsletter|promotion|footer|comments|article|with|reading|homepage|home|for|more|see|all|section)\s*)+$/,
  /^(?:story|article) continues (?:below|after)(?: (?:this )?(?:the )?(?:advertisement|ad|advert|video|gallery|promotion))?\.*$/,
  /^(?:scroll|keep scrolling)(?: down)? (?:for more|to continue|to continue (?:reading|with content))\.*$/,
  // Advertising
  /^(?:ad|ads|advert|advertisement|advertising|advertisements|sponsored|sponsored content|paid content|promoted|promotion|promoted stories|partner content|from our partners|affiliate links?)(?: (?:feedback|-|–|·|\d+|continue reading below|content))*\.?$/,
  /^(?:anzeige|werbung|publicité|publicidad|pubblicità|reklama?|reclame|annons|annonce|реклама|広告)$/,
  // Newsletters, accounts, walls
  /^(?:sign up|subscribe|register|log ?in|sign ?in|join)(?: (?:now|here|today|free|for free|to|for|our|the|a|an|your|my|daily|weekly|morning|newsletters?|account|us|or|and|get|receive|unlimited|access|alerts?|updates|read|continue|reading|email|e-mail|this|article|comment|log ?in|subscribe|sign ?up|register|already|subscriber|is|have|want|top|stories|news|headlines|delivered|inbox|straight|into))*[.!»>→?]*$/,
  /^(?:already (?:a|have an?) (?:subscriber|member|account)|not a (?:subscriber|member)|forgot (?:your )?password|create (?:an|your|a free) account|have an account)\b.{0,60}$/,
  /^(?:enter|your) (?:your )?(?:e-?mail|email address|name|website)\b.{0,40}$/,
  /^(?:thanks?|thank you) for (?:signing up|subscribing|reading|your (?:feedback|subscription|support))\b.{0,60}$/,
  /^(?:please )?(?:enable|turn on|activate) (?:javascript|cookies)\b.{0,80}$/,
  /^(?:your browser|this browser|javascript|this video (?:player|file)) (?:is|does|must|cannot|can't)\b.{0,120}$/,
  /^(?:we|this (?:web)?site) uses? cookies\b.{0,200}$/,
  /^(?:accept|reject|allow|manage|decline)(?: (?:all|and close|cookies?|preferences|settings|privacy|consent|my))*$/,
  /^(?:all rights reserved|copyright|©|\(c\))[\s\S]{0,160}$/,
  /^.{0,80}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\.?(?: this material may not be .{0,80})?$/,
  /^this (?:article|material|story|content) (?:may not be|is (?:reserved|available|exclusive|only)) .{0,120}$/,
  /^(?:privacy policy|terms of (?:use|service)|terms (?:and|&) conditions|cookie policy|contact us|about us|help|faq|sitemap|accessibility|advertise(?: with us)?|careers)(?:\s*[|·•-]?\s*(?:privacy policy|terms of (?:use|service)|contact us|about us))*$/,
  // Comment forms
  /^your e-?mail address will not be published\b.{0,120}$/,
  /^required fields are marked\b.{0,20}$/,
  /^save my name, e-?mail,? and website in this browser\b.{0,80}$/,
  /^(?:notify me of (?:follow-?up comments|new posts) by e-?mail|post comment|submit comment|cancel reply|be the first to comment|you must be (?:logged|signed) in to (?:post a )?comment)\.?$/,
  /^(?:this site uses akismet to reduce spam|learn how your comment data is processed)\b.{0,100}$/,
  /^comments (?:are|have been) (?:closed|turned off|disabled|off)\b.{0,80}$/,
  // Pointers to other stories
  /^(?:related|recommended|trending|popular|most (?:read|popular|viewed|shared|commented)|editors?['’]s? picks?|top stories|more stories|latest(?: news)?|more news|more from|up next|read next|what to read next|you may (?:also )?like|you might (?:also )?like|around the web|from the web|don['’]?t miss|must reads?|in case you missed it|keep reading|more on this (?:story|topic)|see also|further reading|topics?|tags?|filed under|more in [\w &]{1,30})(?: (?:articles?|stories|posts?|coverage|news|topics?|content|videos?|links|reading|now|stories|on this))*\s*[:…]*$/,
  /^(?:tags?|filed under|topics?|categories|category|posted in|more on|related topics)\s*:.{0,200}$/,
  /^(?:follow|like|find|join) (?:us|me|him|her|them|[\w .'’]{2,30}) (?:on|at) (?:twitter|facebook|instagram|x|linkedin|threads|bluesky|youtube|whatsapp|telegram|tiktok|google news|flipboard)\b.{0,80}$/,
  /^(?:image|photo|photograph|picture|video|illustration|file photo|screenshot|credit|photo credit|image credit|caption|media caption|image caption|image source|photo by|image copyright|copyright)s?\s*(?::|\||-|–).{0,200}$/,
  /^(?:image|photo|video|picture|media) (?:source|caption|copyright|credit)s?\b.{0,160}$/,
  /^(?:getty images|reuters|ap photo|ap|afp|afp via getty images|epa|shutterstock|istock|alamy)(?:\s*[/|,]\s*(?:getty images|reuters|ap|afp|epa|[\w .]{2,30}))*$/,
  // Stamps
  /^(?:(?:last )?(?:updated|modified|published|posted|first published|originally published)(?: on| at)?:?\s+).{0,60}\b(?:\d{1,2}:\d{2}|20\d\d|ago|today|yesterday)\b.{0,20}$/,
  /^(?:(?:\d{1,2}|an?|one|two) (?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago)$/,
  /^\d{1,2} ?min(?:ute)?s? read$/,
  /^(?:estimated )?reading time:?\s*\d.{0,20}$/,
];

/** Headings after which nothing of the article follows. */
export const END_HEADINGS: readonly RegExp[] = [
  /^(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response)(?: (?:cancel reply|below))?$/,
  /^(?:\d[\d,.]* )?(?:comments?|responses?|replies|thoughts?) (?:on|to) [“"‘'].{1,300}$/,
  /^(?:join the (?:conversation|discussion)|reader comments|user comments|comments section|what do you think\?)$/,
  /^(?:related|recommended|similar|more|other|popular|latest) (?:articles?|stories|posts?|news|coverage|reading)\s*:?$/,
  /^(?:you may|you might) (?:also )?(?:like|enjoy|be interested in)(?: these| reading)?\s*[:…]*$/,
  /^(?:about the authors?|share this:?|like this:?|read next:?|more from this section)$/,
  /^(?:kommentare?|kommentar schreiben|schreibe einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|lascia un commento|deixe um comentário|geef een reactie|dodaj komentarz)(?: abbrechen| annuler la réponse)?$/,
];
