/**
 * Words that end in a full stop without ending a sentence, lower-cased and without that stop.
 * English first, then the commonest of German, French, Spanish and Ukrainian.
 */

/** A name, number or further word always follows: a sentence never ends here. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof gen lt col sgt capt cmdr maj brig adm cpl pvt sen rep gov lt.gov atty hon rev fr msgr ' +
    'pres supt insp det messrs mmes vs v viz cf approx ca e.g i.e a.k.a fig eq ' +
    // German
    'hr fr dipl ing z.b d.h u.a bzw ggf sog evtl vgl ' +
    // French, Spanish
    'mme mlle mgr sr sra srta dña ud uds lic ' +
    // Ukrainian
    'ім вул просп обл акад проф'
  ).split(' '),
);

/** Only a number follows: "No. 10", "pp. 3-5". Elsewhere the stop ends a sentence ("She said no."). */
export const BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  'no nos nr rs art sec vol ch pp p par abs ст №'.split(' '),
);

/** May end a sentence or not: what follows decides. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(
  (
    'inc corp ltd co cos bros llc plc jr sr esq ph.d m.d d.c etc al dept est assn univ ave blvd rd ' +
    'a.m p.m am pm jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev ' +
    'okla ore pa penn tenn tex vt va wash wis wyo ' +
    'st ste mt ft sens reps govs gens drs profs asst dep ofc amb sec dist pfc spc ' +
    'usw o.ä m.e р рр млн млрд тис грн'
  ).split(' '),
);

/** Names with a mark of their own. */
export const MARKED_NAMES: ReadonlySet<string> = new Set([
  'yahoo!',
  'jeopardy!',
  'yum!',
  'oprah!',
  'mamma mia!',
]);

/**
 * Words that, capitalised after an ambiguous stop, begin a sentence far more often than they go on with a name:
 * "in the U.S. The law", but "U.S. Senate".
 */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an this that these those it its he she they we i you his her their our my there here what when where who ' +
    'why how which while if as at by for from in on of to with without after before during since until because ' +
    'although though but and or nor so yet however also still then now some many most several both each all no not ' +
    'one two according meanwhile today yesterday earlier later such another other even only just despite under over ' +
    'between among about within instead once last next more few'
  ).split(' '),
);

/** After "a.m." and "p.m.": what belongs to the time. */
export const TIME_FOLLOWERS: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december eastern central pacific mountain greenwich moscow et est edt ct cst cdt mt ' +
    'mst mdt pt pst pdt gmt utc bst cet cest eet eest ist jst msk local'
  ).split(' '),
);

/** Months after a German ordinal: "am 3. Oktober". */
export const GERMAN_ORDINAL_FOLLOWERS: ReadonlySet<string> = new Set(
  'januar februar märz april mai juni juli august september oktober november dezember jahrhundert'.split(' '),
);

/** Articles before a German ordinal: "der 2. Weltkrieg". */
export const GERMAN_ARTICLES: ReadonlySet<string> = new Set(
  'der die das dem den des am im zum zur vom beim seinen ihren seinem ihrem seit'.split(' '),
);

/** Verbs after which a quotation that closed with "?" or "!" goes on: "Why now?" Ms. Ortiz asked. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'said says asked asks wrote writes tweeted told tells added adds replied shouted cried exclaimed demanded ' +
    'wondered recalled joked yelled warned declared insisted quipped continued went'
  ).split(' '),
);
