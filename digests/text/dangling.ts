/** Openings that point at something the words themselves do not name. English only. */
const opening = /^(?:and|but|so|because|it|its|that|this|these|those|they|he|she|which|then|there|also)\b/i;
/** The same near the front: "We will appeal it", "We never said that." but not "I think it is late". */
const object =
  /^(?:\S+\s+){1,4}?(?:it(?=[,.!?;]|\s+(?!(?:is|was|will|would|has|had|takes|took|seems|may|might|can|could|should|does|did|must)\b))|(?:this|that)(?=[,.!?;]|\s+\w+ly\b))/i;

/** Openings that go on with a list, or count out of a group, that was told before. English only. */
const goingOn =
  /^(?:(?:first|second|third|finally|lastly|next),|(?:none|one|two|some|many|most|all|each|both|neither|half|few|several) of (?:them|these|those)\b)/i;

/** True for a sentence that takes up what was told before: "None of them will …", "Second, he …" */
export function goesOn(sentence: string): boolean {
  return goingOn.test(sentence);
}

/** True for spoken words that can't be understood without what was said before: "We are ready for this, but …" */
export function dangles(words: string): boolean {
  return opening.test(words) || object.test(words);
}
