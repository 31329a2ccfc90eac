/**
 * Discord's limits as far as `message/slots.ts` does not keep us below them already (discord.com/developers/docs).
 * Characters, counted after escaping, where nothing else is said.
 */
export const discordLimits = {
  /** Embeds in a message. */
  embeds: 10,
  /** Titles, descriptions, fields, footers and authors of all embeds of a message. */
  embedsTotal: 6000,
  embedTitle: 256,
  /** What we let the text of one embed take, of 4,096, so that footer and marks always fit beside it. */
  descriptionRoom: 3800,
  /** Rows of buttons and menus in a message. */
  rows: 5,
  buttonsPerRow: 5,
  /** Entries of a menu. */
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  threadName: 100,
  modalTitle: 45,
  /** Fields in a modal. */
  modalComponents: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4000,
} as const;
