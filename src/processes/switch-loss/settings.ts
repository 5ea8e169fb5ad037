import { z } from "zod";
import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { gateClosure, objectionWindow, settingDays } from "../switch/clock.ts";

/**
 * What a losing supplier may set of its losses, under `processSettings: { switch-loss: ... }`. The figures are
 * those of the rules as they were last published; working days where nothing else is said.
 */
export const lossSettings = z.strictObject({
  objectionWindow,
  gateClosure,
  /** A debt is a ground to object from this amount on, when it has stood for so many calendar days. */
  debt: z
    .strictObject({ atLeast: z.number().min(0).default(0.01), forDays: settingDays.default(28) })
    .prefault({}),
  /** Whether to say that we do not object, where there is no ground: the window shuts early. */
  saysNoObjection: z.boolean({ error: "true or false" }).default(false),
  /** What names a date so many calendar days from a loss is about that loss. */
  dateTolerance: settingDays.default(14),
  /** A reading counts as the closing one so many calendar days before or after the end of supply. */
  readingWindow: settingDays.default(5),
  /** A reading of the new supplier that differs by at most so many units is agreed to without a person. */
  agreesWithin: z.number().min(0).default(0),
  /** How long each thing is waited for. */
  within: z
    .strictObject({
      objectionAnswer: settingDays.default(1),
      annulmentAnswer: settingDays.default(1),
      /** After gate closure. */
      secured: settingDays.default(1),
      /** After the end of supply, as the two below. */
      reading: settingDays.default(15),
      information: settingDays.default(5),
      termination: settingDays.default(2),
      dispute: settingDays.default(5),
      /** From the agreement to the collector's reading. */
      agreedReading: settingDays.default(8),
      erroneousTransfer: settingDays.default(20),
      /** In calendar days, from the agreement. */
      return: settingDays.default(21),
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
