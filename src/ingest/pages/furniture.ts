import type { Block } from './blocks.ts';

const MAX_CALL = 280;
const MAX_CREDIT = 140;

/** Asks the reader to do something on the site, rather than tell him something. */
const CALLS: readonly RegExp[] = [
  /\b(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletters?|e-?mails?|alerts?|inbox|today|free|now|updates?|channel|podcast|here|to)\b/,
  /\b(?:newsletters?|inbox|e-?mail alerts?)\b.{0,80}\b(?:sign up|subscribe|click here|every (?:day|morning|week))\b/,
  /\b(?:right|straight|delivered) (?:in|to) your inbox\b/,
  /^(?:follow|find|like|join|add|connect with) [^.!?]{0,60}\b(?:on|at|via) (?:our )?(?:twitter|facebook|instagram|youtube|linkedin|x|threads|bluesky|whatsapp|telegram|tiktok|google news|flipboard)\b/,
  /^(?:click|tap) here\b/,
  /^(?:have|got) (?:a|any) (?:tip|tips|story|news|question|questions|comment|correction|feedback)\b/,
  /\b(?:may|can) be reached at\b|\b(?:reach|contact|email|e-mail|write to) (?:him|her|them|me|us|the (?:author|writer|reporter)) (?:at|on)\b/,
  /^(?:download|get|install) (?:the|our) [^.!?]{0,40}\bapps?\b/,
  /^(?:want|looking for|need|like) [^.!?]{0,60}\?(?: |$)/,
  /^(?:listen|watch|tune in)\b.{0,60}\b(?:live|podcast|here|back|episode|weekdays|full video|below|above)\b/,
  /^(?:read|see|check out|view|visit|explore|discover|browse|try) (?:more|also|the (?:full|original|rest)|our|all|full|here|this)\b.{0,120}\b(?:here|stories|coverage|story|article|report|list|guide|page|homepage|website|site|post|gallery|more)\b/,
  /^visit .{0,60}\b(?:homepage|website|for more)\b/,
  /^(?:support|donate|become a (?:member|subscriber|patron)|buy (?:now|tickets|it))\b.{0,120}$/,
  /^(?:tell us|let us know|share your|what do you think|leave your|do you have)\b.{0,160}$/,
  /^(?:to (?:read|view|see|continue|get|hear) (?:more|the (?:full|rest)|this|reading|unlimited|all))\b.{0,160}\b(?:subscribe|sign|log|click|visit|account|here)\b/,
  /^(?:this (?:slideshow|content|feature|video|page) (?:requires|is not|is no longer|cannot|can't))\b/,
  /^(?:need to know|everything you need to know|what you need to know)\b.{0,60}\b(?:newsletter|brief)/,
  /\b(?:affiliate (?:commission|links?)|may (?:earn|receive|get) (?:a|an)?\s?(?:affiliate )?(?:commission|share|fee))\b/,
];

export function isCallToAction({ text }: Block): boolean {
  if (text.length > MAX_CALL) return false;
  const plain = text.toLowerCase();
  // Words in quotation marks are somebody's.
  if (/[“"«„]/.test(text)) return false;
  return CALLS.some((pattern) => pattern.test(plain));
}

/** Who made a picture: agencies and the words around them, in a line that is no sentence. */
export function isCredit(text: string): boolean {
  if (text.length > MAX_CREDIT) return false;
  if (
    /^\(?(?:image|photo|photograph|picture|video|illustration|credit|photos|images)s?(?: credit)?\s?(?::|by\b|courtesy\b|via\b|copyright\b)/i.test(
      text,
    )
  )
    return true;
  if (/^image \d+ of\b/i.test(text)) return true;
  const namesAgency =
    /\b(?:Getty(?: Images)?|AP Photo|AFP|Shutterstock|iStock|Alamy|Reuters|EPA|Associated Press|WireImage|Bloomberg|Unsplash|Flickr|Wikimedia(?: Commons)?|NASA\/|via AP)\b/.test(
      text,
    );
  return namesAgency && /[/|]|\bvia\b|Images\)?$|^\(.*\)$/.test(text) && !/[.!?]["”]?$/.test(text);
}

const STAFF_NOTES: readonly RegExp[] = [
  /^\(?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|translated|contributed|with (?:files|reporting)) (?:by|from)\b/,
  /\bcontributed (?:to )?(?:this )?(?:report|story|article)\b/,
  /^(?:the )?associated press (?:writers?|reporters?|journalists?)\b.{0,160}\bcontribut/,
  /^(?:©|copyright)\b/,
  /^(?:provided by|source|sources|citation|reference|references|more information|originally published|this (?:article|story|post|document|material|press release) (?:was|is|originally|first|has|may))\b/,
  /^(?:the )?(?:views|opinions) expressed\b/,
  /^\S+ ?(?:\S+ )?\S+ is (?:a|an|the) (?:[\w-]+ ){0,6}(?:writer|reporter|editor|correspondent|journalist|columnist|contributor|author|fellow|producer|analyst|professor)\b/,
  /^(?:e-?mail|twitter|contact|phone|tel)\b ?:?.{0,100}(?:@|\d)/,
  /^—? ?with (?:files|reporting|contributions) (?:from|by)\b/,
];

/** A line on those who made the article, or on its rights, as it stands at the end. */
export function isStaffNote({ text }: Block): boolean {
  if (text.length > 400) return false;
  const plain = text.toLowerCase();
  return STAFF_NOTES.some((pattern) => pattern.test(plain));
}
