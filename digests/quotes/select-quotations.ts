import type { Choice } from './choose.ts';
import { describeQuotation, quotationFeatureCount } from './quotation.ts';
import type { Reading } from './reading.ts';
import { score, type Trees } from './trees.ts';

/** Below this, in log odds, a stretch between marks is a title, a nickname or a word held at arm's length. */
const THRESHOLD = -0.5;

/** For each stretch between marks: does somebody speak there? */
export function selectQuotations(reading: Reading, choices: readonly Choice[], trees: Trees): boolean[] {
  const { layout, stretches } = reading;
  const row = new Float32Array(quotationFeatureCount);
  let inParagraph = 0;
  return stretches.map((_, index) => {
    const before = layout.firstToken[index - 1];
    const same =
      before !== undefined && layout.paragraph[before] === layout.paragraph[layout.firstToken[index] ?? 0];
    inParagraph = same ? inParagraph + 1 : 0;
    describeQuotation(layout, index, inParagraph, choices[index]?.margin ?? 0, row);
    return score(trees, row, 0) > THRESHOLD;
  });
}
