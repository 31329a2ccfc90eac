/** ISO weekday, Monday = 1 … Sunday = 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const workDays: readonly Weekday[] = [1, 2, 3, 4, 5];

/** When a digest comes, in the channel's own local time. */
export type Schedule = {
  /** "HH:MM", 24 hours, ascending, without repeats. */
  readonly times: readonly string[];
  readonly days: readonly Weekday[];
  /** IANA name: "Europe/Kyiv". */
  readonly zone: string;
};
