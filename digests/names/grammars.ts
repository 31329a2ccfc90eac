import { isLanguage, type Language } from '../../src/domain/languages.ts';
import { stopWords } from '../text/stop-words.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { type Words, wordAt } from './words.ts';

/** What reading needs of a language other than English, for which there is nothing to learn from. */
export type Grammar = {
  /** Verbs that give speech, and what stands for them ("laut", "selon"), in the forms that papers use. */
  readonly speech: ReadonlySet<string>;
  /** Words that have a capital from the sentence only, as `foldWord` has them. */
  readonly small: ReadonlySet<string>;
  /** Offices that stand before a name with a capital of their own; null where the language writes them small. */
  readonly office: RegExp | null;
};

const speech: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: strongSpeechVerbs,
  de: wordSet(`
    sagte sagt sagten sagen gesagt erklärte erklärt erklärten betonte betont meinte meint meinten teilte teilten kündigte
    berichtete berichtet berichteten warnte warnt warnten forderte fordert forderten schrieb schreibt schrieben kritisierte
    kritisiert antwortete antwortet fügte ergänzte ergänzt behauptete behauptet versicherte versichert bestätigte bestätigt
    räumte beklagte lobte fragte rief nannte zitierte äußerte hieß heißt entgegnete entgegnet widersprach klagte mahnte stellte
    verkündete verteidigte bekräftigte laut zufolge so
  `),
  es: wordSet(`
    dijo dijeron dice dicen afirmó afirma afirmaron aseguró asegura aseguraron explicó explica explicaron anunció anuncia
    declaró declara declararon señaló señala señalaron añadió añade agregó agrega indicó indica sostuvo sostiene subrayó subraya
    comentó comenta escribió escribe respondió responde preguntó advirtió advierte denunció reconoció manifestó expresó insistió
    destacó recordó admitió según
  `),
  fr: wordSet(`
    dit déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait annoncé annonce ajouté ajoute assuré
    assure estimé estime souligné souligne indiqué indique précisé précise raconté raconte écrit écrivait lancé lance répondu
    répond confié martelé dénoncé dénonce rappelé rappelle regretté regrette insisté demandé prévenu témoigne constate résume
    réagi réagit conclu conclut poursuivi poursuit plaidé promis reconnu admis commenté prévient confie insiste
    selon d'après
  `),
  uk: wordSet(`
    сказав сказала сказали каже кажуть заявив заявила заявили повідомив повідомила повідомили пояснив пояснила пояснили
    зазначив зазначила зазначили наголосив наголосила наголосили додав додала додали розповів розповіла розповіли написав
    написала відповів відповіла підкреслив підкреслила стверджує вважає попередив попередила запевнив запевнила оголосив оголосила
    закликав закликала пообіцяв пообіцяла вигукнув вигукнула визнав визнала зауважив зауважила запитав запитала розповідає
    пояснює говорить додає нагадав нагадала словами
  `),
  ar: wordSet(
    'قال قالت قالوا يقول تقول أضاف أضافت وأضاف وأضافت صرح صرحت أكد أكدت وأكد أعلن أعلنت أوضح أوضحت كتب كتبت بحسب',
  ),
};

/** Of German, where every noun has a capital. */
const office =
  /(?:minister|trainer|sprecher|chef|führer|meister|präsident|kanzler|leiter|direktor|richter|anwalt|anwält|forscher|professor|sekretär|kommissar|berater|experte?)(?:in)?$|(?:vorsitzende|beauftragte)[rn]?$/u;

const none: Grammar = { speech: new Set(), small: new Set(), office: null };
const known = new Map<string, Grammar>();

const englishWords = wordSet('the of and to that with for said from he she they were has');
const SAMPLE = 200;
/** In English one token of six is one of these (at least one of thirteen in 84 articles), elsewhere hardly any. */
const ENGLISH_SHARE = 0.05;

/** Whether a text is English after all: of a few lines a detector of languages is often wrong. */
function isEnglish(words: Words): boolean {
  const sample = Math.min(words.count, SAMPLE);
  let english = 0;
  for (let at = 0; at < sample; at++) if (englishWords.has(wordAt(words, at))) english++;
  return english > sample * ENGLISH_SHARE;
}

/**
 * The grammar of a text by its language (ISO 639-1); null for English and for a language that is not known, which is
 * read as English.
 */
export function grammarOf(language: string | undefined, words: Words): Grammar | null {
  if (language === undefined || language === 'en' || language === 'und' || isEnglish(words)) return null;
  if (!isLanguage(language)) return none;
  let grammar = known.get(language);
  if (grammar === undefined) {
    grammar = {
      speech: speech[language],
      small: stopWords(language),
      office: language === 'de' ? office : null,
    };
    known.set(language, grammar);
  }
  return grammar;
}
