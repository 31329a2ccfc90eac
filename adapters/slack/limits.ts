/**
 * Slack's limits as far as `message/slots.ts` does not keep us below them already (docs.slack.dev/reference/block-kit),
 * and what we keep to where none is known. Characters, where nothing else is said.
 */
export const slackLimits = {
  /** Blocks in a message. */
  blocks: 50,
  /**
   * Characters of all texts and addresses in the blocks of a message. No total is documented; Slack has refused
   * 11,341 (bolt-js#2867), so we stay well below.
   */
  message: 9000,
  /** Of those, what one story may take, so that it never has to be parted. */
  story: 6000,
  /** The `text` beside the blocks. */
  fallback: 3000,
  contextText: 3000,
  /** Elements of a row of buttons, its menu among them. */
  buttonsPerBlock: 25,
  modalTitle: 24,
  modalButton: 24,
  /** Blocks in a modal. */
  modalBlocks: 100,
  inputLabel: 2000,
  plainTextInput: 3000,
  /** Entries of a menu, or groups of them. */
  options: 100,
  optionText: 75,
  optionValue: 75,
} as const;
