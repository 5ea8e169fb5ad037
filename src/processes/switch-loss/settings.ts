import { z } from "zod";
import type { WorkingCalendar } from "../../calendar/working-calendar.ts";

const days = z.int({ error: "a whole number of days" }).min(0).max(366);
const time = z.string().regex(/^\d\d:\d\d$/, { error: "a time such as 17:00" });

/**
 * What a losing supplier may set of its losses, under `processSettings: { switch-loss: ... }`. The figures are
 * those of the rules as they were last published; working days where nothing else is said.
 */
export const lossSettings = z.strictObject({
  /** The objection window ends at this time on that working day after the day of submission. */
  objectionWindow: z
    .strictObject({
      domestic: days.default(1),
      nonDomestic: days.default(2),
      until: time.default("17:00"),
    })
    .prefault({}),
  /** Gate closure: so many calendar days before supply ends. */
  gateClosure: z
    .strictObject({ daysBefore: days.default(1), at: time.default("17:00") })
    .prefault({}),
  /** A debt is a ground to object from this amount on, when it has stood for so many calendar days. */
  debt: z
    .strictObject({ atLeast: z.number().min(0).default(0.01), forDays: days.default(28) })
    .prefault({}),
  /** Whether to say that we do not object, where there is no ground: the window shuts early. */
  saysNoObjection: z.boolean({ error: "true or false" }).default(false),
  /** What names a date so many calendar days from a loss is about that loss. */
  dateTolerance: days.default(14),
  /** A reading counts as the closing one so many calendar days before or after the end of supply. */
  readingWindow: days.default(5),
  /** A reading of the new supplier that differs by at most so many units is agreed to without a person. */
  agreesWithin: z.number().min(0).default(0),
  /** How long each thing is waited for. */
  within: z
    .strictObject({
      objectionAnswer: days.default(1),
      annulmentAnswer: days.default(1),
      /** After gate closure. */
      secured: days.default(1),
      /** After the end of supply, as the two below. */
      reading: days.default(15),
      information: days.default(5),
      termination: days.default(2),
      dispute: days.default(5),
      /** From the agreement to the collector's reading. */
      agreedReading: days.default(8),
      erroneousTransfer: days.default(20),
      /** In calendar days, from the agreement. */
      return: days.default(21),
    })
    .prefault({}),
});

/** Settings of a losing supplier's losses, complete. */
export type LossSettings = z.output<typeof lossSettings>;

/** What a loss is worked out by. */
export interface LossRules {
  readonly settings: LossSettings;
  /** The calendar that counts its days. */
  readonly calendar: WorkingCalendar;
  /** Our participant id, e.g. `SUPP`; null where the settings do not say. */
  readonly us: string | null;
}
