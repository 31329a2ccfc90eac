import { wordSet } from './word-set.ts';

/** The plain verbs of saying: beside a quotation they nearly always carry its speaker. */
export const strongSpeechVerbs = wordSet(`
  said says say saying added adds adding told tells tell telling wrote writes write writing tweeted tweets tweeting continued
  continues explained explains explaining stated states stating replied replies asked asks asking noted notes noting declared
  declares declaring responded responds argued argues arguing insisted insists insisting recalled recalls joked jokes quipped
  warned warns warning announced announces reported reports concluded concludes remarked remarks remarking observed observes
  commented comments exclaimed shouted yelled screamed whispered muttered murmured cried chanted answered answers retorted
  countered testified testifies pleaded acknowledged acknowledges admitted admits conceded concedes confessed claimed claims
  contended contends asserted asserts alleged alleges suggested suggests predicted predicts emphasized emphasised emphasizes
  stressed stresses reiterated reiterates repeated repeats posted posts
  opined mused lamented complained complains boasted bragged vowed vows promised promises pledged joking quipping recounted
  recounts proclaimed proclaims intoned deadpanned interjected blogged texted emailed e-mailed sneered scoffed snapped offered
  offers urged urges cautioned cautions elaborated clarified demanded demands declined quoted read reads reading went summed
  retaliated retorts quips muses laments tells opines cautions confirmed jibed rejoined thundered hollered drawled ventured volunteered relayed rebutted surmised reasoned theorized specified affirmed averred professed testifying counters explaining exclaims implored begged pleads wonders wondered pointed put puts putting thundered bellowed roared gushed enthused marveled sighed groaned laughed chuckled
`);

/** Verbs and phrases that may give speech: "called it", "described", "according to". */
export const weakSpeechVerbs = wordSet(`
  called calls calling described describes describing denounced denounces denouncing blasted blasts blasting slammed slams
  criticized criticised criticizes criticizing praised praises praising accused accuses accusing attacked attacks mocked mocks
  mocking ridiculed dismissed dismisses dismissing rejected rejects denied denies condemned condemns condemning defended defends
  dubbed labeled labelled labels branded characterized characterizes referred refers referring cited cites citing
  discussed talked talks talking spoke speaks speaking thought thinks believes believed believe feels felt knows knew hopes hoped wants wanted
  wondered wonders questioned questions agreed agrees expressed expresses confirmed confirms revealed reveals disclosed discloses
  maintained maintains mentioned mentions hinted implied implies indicated indicates signaled advised advises advising
  encouraged invited thanked congratulated apologized apologised vowing promising pledging claiming contending alleging
  asserting suggesting predicting emphasizing stressing reiterating repeating posting tweeting echoing echoed echoes
  lambasted ripped railed rails charged charges charging proclaiming joking recalling recounting lamenting complaining boasting
  bragging insisting announcing remembered remembers considers considered viewed views sees saw heralded hailed touted touts
  addressed addresses laid lays proposed proposes proposing deemed decried decries declaring concluding concluded found finds
  showed shows wrote entitled titled headlined sang sings signed shot fired hit took takes tore taunted teased tagged scolded chided rebuked ridiculed belittled bashed blamed blames bemoaned warned threatened threatens swore sworn estimated estimates envisioned extolled lauded lashed railed pressed pushed pitched summarized summed spelled stood sounded sought spun remains responding replying retorting lecturing lectured insulted introduced invoked held heard gave gives giving got focused focuses focusing feared fretted faulted elaborating draws drew detailed derided deplored decrying declined credited counted conveyed contradicted compared compares complained cheered challenged campaigned cast begged backed asks asserted appealed ascribed attributed assailed assured assures assuring applauded issued issues released releases published
  publishes appeared continuing opening opened began begins started ended ends closed argument message statement remarks speech
  tweet comment words question answer response reply promise slogan line letter email memo
`);
