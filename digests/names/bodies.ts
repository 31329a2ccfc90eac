import { isFirstName } from './first-names.ts';
import { isPluralRole, isRoleNoun } from './role-words.ts';
import { wordSet } from './word-set.ts';

/** Words that stand in the names of bodies and things, not of people. */
export const bodyWords = wordSet(`
  association department bureau university college institute foundation committee council congress senate house ministry agency
  commission administration union party bank corporation inc corp company group times post journal news network center centre
  court league federation fund society church coalition campaign pac board office service services guardian tribune herald press
  nations states kingdom army navy police force hospital school international alliance action research project tower towers
  street city county district square airport stadium hotel building act bill amendment america american war day week
  worldwide global watch energy foods airlines airways motors holdings partners capital systems technologies industries
  pharmaceuticals insurance shipping railways telecom media studios software networks brands stores hotels resorts logistics
  solutions trust charity museum gallery orchestra economics politics team electric mills dynamics radio magazine television plaza affairs relations studies rights sports
  sciences therapeutics laboratories palace enforcement insider computer computers security report world reports bulletin index
`);

/** Those of them that are surnames as well. */
const surnamesToo = wordSet('day church post street house bill mills');

/** What begins the name of a place or a body, and no person's: "New York", "San Marino", "National Review". */
const openings = wordSet(`
  new north south east west northern southern eastern western central upper lower great greater san santa los las el fort mount
  saint national federal united republican democratic congressional presidential american british european african asian saudi hurricane sri hong costa puerto buenos tel
`);
/** What ends the name of a place: "Palo Beach". */
const landscapes = wordSet(
  'beach republic hill hills valley island islands lake river bay coast ocean sea springs falls',
);
const adjectives = wordSet('democratic republican conservative progressive jewish christian muslim catholic');
/** Who is told by party or office alone, as in "the Ohio Democrat", is not named. */
const describing = wordSet('democrat republican texan floridian californian ceo cfo senator governor');

/** Of the offices and the many those that are nobody's surname: "President" alone is not named either. */
const offices = wordSet('president senator governor minister secretary ambassador congressman congresswoman');
const parties = wordSet('democrats republicans conservatives liberals progressives libertarians');

/** Countries, parts of the world, states and capitals that stand for a government; not those that people are called by. */
const lands = wordSet(`
  afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium benin bolivia
  bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon canada chile china colombia congo croatia cuba cyprus
  denmark ecuador egypt england eritrea estonia ethiopia europe finland france gabon gambia germany ghana greece greenland
  guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan
  kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania luxembourg macedonia malawi malaysia mali malta
  mauritania mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria
  norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland serbia
  singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia
  turkey turkmenistan uganda ukraine uruguay uzbekistan vatican venezuela vietnam wales yemen zambia zimbabwe
  africa america asia antarctica alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
  illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri nebraska
  nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming
  ankara baghdad beijing brussels caracas damascus havana kabul kiev kyiv moscow pyongyang riyadh seoul tehran tokyo
`);

const SHORT = 3;

/**
 * Whether a name is a body's or a place's by its words. @param parts in lower case; @param shown as they are written
 */
export function namesBody(parts: readonly string[], shown: string): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const given = parts.length > 1 && isFirstName(first);
  const surname = given && surnamesToo.has(last) && (parts.length === 2 || parts[1]?.length === 1);
  const from = given ? 1 : 0;
  const to = surname ? parts.length - 1 : parts.length;
  for (let at = from; at < to; at++) if (bodyWords.has(parts[at] ?? '')) return true;
  if (given || parts.length < 2) return false;
  if (openings.has(first) || landscapes.has(last) || adjectives.has(last) || isPluralRole(last)) return true;
  return inCapitals(shown);
}

/** A country or a capital, which speaks as a government does. @param word in lower case */
export function isLand(word: string): boolean {
  return lands.has(word);
}

/** "EAST HOLM", "RADIO Holm", "Holm USA": a dateline, a brand, a branch. */
function inCapitals(shown: string): boolean {
  const words = shown.split(/\s+/u);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isUpper = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);
  return (
    (isUpper(first) && (first.length > SHORT || isUpper(last))) || (isUpper(last) && last.length <= SHORT)
  );
}

/** "Young Latinos", "Mexicans" */
const PEOPLES = /(?:ians|icans|inos|anics|slims|ists)$/;

/** "Ohio Democrat", "Director of the Port": somebody described, not named. */
export function describesPerson(parts: readonly string[]): boolean {
  const [first = '', second = ''] = parts;
  if (!isFirstName(first) && PEOPLES.test(parts.at(-1) ?? '') && !parties.has(parts.at(-1) ?? ''))
    return true;
  if (parts.length === 1)
    return offices.has(first) || describing.has(first) || (isPluralRole(first) && !parties.has(first));
  if (isFirstName(first)) return false;
  return (isRoleNoun(first) && second === 'of') || describing.has(parts.at(-1) ?? '');
}
