/** How much of each part of a message is shown at most: in characters, as the platform counts them with its escapes. */
export type Slots = {
  readonly title: number;
  readonly context: number;
  readonly footer: number;
  readonly heading: number;
  readonly paragraph: number;
  readonly item: number;
  readonly label: number;
  readonly value: number;
  readonly button: number;
  readonly headline: number;
  readonly badge: number;
  readonly meta: number;
  readonly sentence: number;
  readonly quote: number;
  readonly speaker: number;
  readonly role: number;
  readonly source: number;
  readonly outlet: number;
  /** 0 where titles of sources are not shown. */
  readonly sourceTitle: number;
  /** Entries, as are the next three. */
  readonly badges: number;
  readonly sources: number;
  readonly stretches: number;
  readonly actions: number;
};

/** What fits both platforms: Slack's header takes 150 characters, a Discord field's name 256, a button's label 75. */
export const slots: Slots = {
  title: 140,
  context: 250,
  footer: 250,
  heading: 200,
  paragraph: 1800,
  item: 600,
  label: 80,
  value: 600,
  button: 60,
  headline: 240,
  badge: 24,
  meta: 150,
  sentence: 700,
  quote: 850,
  speaker: 80,
  role: 140,
  source: 140,
  outlet: 60,
  sourceTitle: 0,
  badges: 3,
  sources: 10,
  stretches: 4,
  actions: 20,
};

/** Pages, files and terminals have room for whole quotes and sentences, and nobody to press a button for. */
export const pageSlots: Slots = {
  ...slots,
  paragraph: 10_000,
  item: 10_000,
  value: 10_000,
  sentence: 10_000,
  quote: 10_000,
  sourceTitle: 240,
  actions: 0,
};
