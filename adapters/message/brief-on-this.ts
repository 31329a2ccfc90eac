const labels: Readonly<Record<string, string>> = {
  uk: 'Стисло про це',
  de: 'Kurz zusammenfassen',
  es: 'Resumir esto',
  fr: 'Résumer ceci',
};

/** What people choose in the menu of a message that has a link: the page behind it is read and briefed. */
export const briefOnThis = {
  /** Slack's callback id. */
  id: 'brief_on_this',
  /** At most 24 characters: Slack's limit. */
  label: 'Brief me on this',
  /** At most 50 characters: Slack's limit. */
  description: 'Summary and key quotes of the page linked here',
  /** BCP 47 -> label, for Discord. */
  labels,
} as const;
