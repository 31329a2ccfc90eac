/** Discord's limits as far as we come near them (discord.com/developers/docs), counted after escaping. */
export const discordLimits = {
  content: 2000,
  embeds: 10,
  /** Titles, descriptions, fields, footers and authors of all embeds of a message. */
  embedsTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFooter: 2048,
  /** What the text of one embed may take, so that footer and marks always fit beside it. */
  descriptionRoom: 3800,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  placeholder: 150,
  threadName: 100,
  modalTitle: 45,
  modalComponents: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4000,
} as const;
