import { z } from "zod";
import { count } from "./parts.ts";

/** How many events there are of what was asked for; only the columns that were asked for are there. */
export const eventReportView = z.strictObject({
  type: z.string().optional(),
  "process-type": z.string().optional(),
  day: z.string().optional(),
  sender: z.string().nullable().optional(),
  events: count,
});

/** A row of a report on events, as views give it. */
export type EventReportView = z.infer<typeof eventReportView>;

/** How many files came of what was asked for; only the columns that were asked for are there. */
export const fileReportView = z.strictObject({
  day: z.string().optional(),
  channel: z.string().optional(),
  flow: z.string().nullable().optional(),
  sender: z.string().nullable().optional(),
  state: z.string().optional(),
  problem: z.string().nullable().optional(),
  files: count,
  messages: count,
  invalid: count,
  withErrors: count,
  withWarnings: count,
  outOfSequence: count,
});

/** A row of a report on files, as views give it. */
export type FileReportView = z.infer<typeof fileReportView>;

/** How many processes there are of a type and status. */
export const processReportView = z.strictObject({
  type: z.string(),
  status: z.string(),
  processes: count,
});

/** A row of a report on processes, as views give it. */
export type ProcessReportView = z.infer<typeof processReportView>;

/** How long processes took from one event to another, in milliseconds. */
export const durationReportView = z.strictObject({
  from: z.string(),
  to: z.string(),
  processes: count,
  shortest: z.number(),
  p50: z.number(),
  p90: z.number(),
  p95: z.number(),
  p99: z.number(),
  longest: z.number(),
});

/** A row of a report on durations, as views give it. */
export type DurationReportView = z.infer<typeof durationReportView>;
