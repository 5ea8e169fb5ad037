import { z } from "zod";
import { gateClosure, objectionWindow, settingDays } from "../switch/clock.ts";

const letter = z.string().regex(/^[A-Z0-9]$/, { error: "one letter, such as N" });

/**
 * What a gaining supplier may set of its switches, under `processSettings: { switch-gain: ... }`. The
 * figures are those of the rules as they were last published; working days where nothing else is said.
 */
export const gainSettings = z.strictObject({
  objectionWindow,
  gateClosure,
  /** Supply begins at most so many calendar days after the request. */
  latestStart: settingDays.default(28),
  /** A switch is to be done within so many working days of the relevant date. */
  duty: settingDays.default(5),
  /** Dates of one switch that others tell may be so many calendar days off. */
  dateTolerance: settingDays.default(5),
  /** A reading counts as the opening one so many calendar days before or after the first day. */
  readingWindow: settingDays.default(5),
  /** How long each answer is waited for. */
  within: z
    .strictObject({
      validation: settingDays.default(1),
      secured: settingDays.default(1),
      agents: settingDays.default(5),
      details: settingDays.default(5),
      reading: settingDays.default(15),
      /** The window in which a gas point's opening reading is to be given to the central provider. */
      gasReading: settingDays.default(5),
      dispute: settingDays.default(5),
      erroneousTransfer: settingDays.default(20),
      reRegistration: settingDays.default(21),
    })
    .prefault({}),
  /** What appointments say beside who and when. */
  terms: z
    .strictObject({
      service: z.string().max(4).default("STND"),
      level: z.string().max(4).default("STND"),
      retrievalMethod: z.string().max(1).default("H"),
      readingCycle: z.string().max(1).default("Q"),
      /** Of the whole metering point a year, in kWh, for the affirmation of settlement details. */
      annualConsumption: z
        .string()
        .regex(/^\d{1,12}(\.\d+)?$/, { error: 'a number of kWh in quotes, such as "3100.0"' })
        .default("3100.0"),
    })
    .prefault({}),
  /**
   * The letters that services of half-hourly settlement have in files. That of an advanced data service is
   * given out with the market domain data and is not public: until it is set, D0302 and D0225 do not go to it.
   */
  letters: z
    .strictObject({
      smartMeteringService: letter.default("S"),
      smartDataService: letter.default("N"),
      advancedMeteringService: letter.default("T"),
      advancedDataService: letter.nullable().default(null),
    })
    .prefault({}),
  /** Who the switching service is in the file names and channels of what we send it. */
  switchingService: z.string().min(1, { error: "a participant, such as CSS" }).default("CSS"),
  /** The tag of messages that we send to the Data Integration Platform. */
  environment: z.enum(["PRD", "SITB", "SIT", "UIT", "DEV"]).default("PRD"),
});

/** Settings of a gaining supplier's switches, complete. */
export type GainSettings = z.output<typeof gainSettings>;

/** Who we are, and what is set: all that a switch knows of the installation. */
export interface Gainer {
  readonly settings: GainSettings;
  /** Our participant id. */
  readonly us: string;
  /** Ids of the Data Integration Platform by participant. */
  readonly dipIds: ReadonlyMap<string, string>;
}
