import { wordSet } from './word-set.ts';

/** Forms of address before a name, without their stop. They are no part of the name. */
export const courtesyTitles = wordSet(
  'mr mrs ms miss dr sir dame lord lady madam mister messrs rev reverend prof hon',
);

/** Offices before a name; kept as its role. */
export const officeTitles = wordSet(`
  president pres vice chairman chairwoman chair chancellor minister premier secretary senator sen congressman congresswoman
  rep representative governor gov mayor judge justice king queen prince princess pope cardinal archbishop bishop imam rabbi
  pastor father sister brother general gen colonel col lieutenant lt captain capt sergeant sgt major maj admiral adm commander
  cmdr officer detective det sheriff chief ambassador amb director commissioner councilman councilwoman councillor speaker
  leader professor attorney coach ayatollah sheikh emperor emir sultan prime foreign defense defence interior state
  deputy assistant former ex acting interim spokesman spokeswoman spokesperson candidate nominee president-elect
  emeritus corporal cpl private pvt senators sens reps congressmen governors govs presidents ministers mp mep ceo cfo pm
  superintendent supt inspector insp constable con pc dci councillors justices generals leaders class
  alderman alderwoman assemblyman assemblywoman whip treasurer ag dj counsel congressperson
`);

/** "Secretary-General" and "Vice-President" are offices as well. @param word without its stop */
export function isOfficeTitle(word: string): boolean {
  return (
    officeTitles.has(word) || (word.includes('-') && word.split('-').every((part) => officeTitles.has(part)))
  );
}

/** Letters behind a name, without their stops: "Ann Roe KC", "Ann Roe, Ph.D.". They name nobody. */
export const honours = wordSet('kc qc mp mep msp obe mbe cbe kbe dbe frs phd md');

/** Words that go within a name without a capital: "Charles de Gaulle", "Osama bin Laden". */
export const nameParticles = wordSet(
  'de del della der den van von bin ibn al el la le da dos du di ben ter ten y e zu',
);

/** Of these the ones that, where they are words of the language as well, still begin a surname. */
export const leadingParticles = wordSet('von van de del di du bin ibn zu');

/** Words that carry a capital at the start of a sentence without naming anybody. */
export const functionWords = wordSet(`
  a an the this that these those some any no every each all both either neither another other such what whatever which whichever
  and or but nor so yet for if then because although though while whereas since until unless once when whenever where wherever
  why how after before during between among amid against about above across along around as at behind below beneath beside
  besides beyond by despite down except from in inside into like near of off on onto out outside over past per through
  throughout to toward towards under underneath up upon via with within without not never now here there today tomorrow yesterday
  tonight soon later earlier again also always often sometimes perhaps maybe meanwhile however moreover furthermore instead
  indeed still even just only ever already almost nearly really actually apparently clearly finally first second third last next
  is are was were be been being am do does did done has have had having can could may might must shall should will would
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs who whom whose myself
  himself herself itself themselves ourselves one two three four five six seven eight nine ten many most more much several few
  less least very too well yes ok okay oh let lets please thank thanks according asked added because given considering
  including regarding following based speaking writing citing noting calling saying said says told nothing something anything
  everything none nobody someone somebody anyone anybody everyone everybody ago back far
  it's he's she's that's there's they're we're you're i'm i've i'd i'll don't didn't doesn't can't won't isn't wasn't aren't
  weren't hasn't haven't hadn't couldn't wouldn't shouldn't let's what's who's here's we've you've they've we'll they'll he'll
  she'll it'll you'll lest unlike alongside nonetheless nevertheless hi hey hello dear
  eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
`);

/** "Fifty-one": numbers in words that a hyphen joins. */
const NUMERAL = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-/;

export function isNumeral(word: string): boolean {
  return word.includes('-') && NUMERAL.test(word);
}

/** Days and months carry a capital and speak never. */
export const calendarWords = wordSet(`
  monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april june july august september october november december jan feb mar apr aug sept oct nov dec
`);

/** Determiners that begin a noun phrase. */
export const determiners = wordSet(`
  the a an this that these those another some several many few two three four five six seven eight nine ten dozens most other
  no each every both one his her its their my our your any all
`);
