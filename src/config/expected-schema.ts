import { z } from "zod";
import { englandAndWales } from "../calendar/england-and-wales.ts";
import type { AnswerRule, ExpectedFile } from "../core/process/expected.ts";

const flow = z
  .string({ error: "a flow such as D0010" })
  .regex(/^[A-Z][A-Z0-9-]{0,19}$/, { error: "a flow such as D0010" });
const calendar = z
  .string({ error: "the name of a calendar, such as england-and-wales" })
  .default(englandAndWales.name);
const fromExpected = 'a participant such as UDMS, or with its role "D:UDMS"';
const byExpected = 'a time of day such as "18:00"';
const daysExpected = "a number of working days, 0 to 250";

/** The answer that a flow we send asks for. */
export const answerRule = z
  .strictObject(
    {
      flows: z
        .array(flow, { error: "a list of flows, such as [D0011, D0261]" })
        .min(1, { error: "at least one flow" }),
      within: z.int({ error: daysExpected }).min(0, { error: daysExpected }).max(250, {
        error: daysExpected,
      }),
      calendar,
    },
    { error: "settings, such as { flows: [D0011], within: 5 }" },
  )
  .transform(({ within, ...rest }): AnswerRule => ({ ...rest, withinDays: within }));

/** Files that come regularly. */
export const expectedFilesSchema = z
  .array(
    z
      .strictObject(
        {
          flow,
          from: z
            .string({ error: fromExpected })
            .regex(/^([A-Z0-9]{1,2}:)?[A-Z0-9]{1,10}$/, { error: fromExpected })
            .nullable()
            .default(null),
          by: z
            .string({ error: byExpected })
            .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: byExpected }),
          on: z
            .enum(["daily", "working-days"], { error: "one of daily, working-days" })
            .default("working-days"),
          calendar,
        },
        { error: 'settings, such as { flow: D0010, from: UDMS, by: "18:00" }' },
      )
      .transform(
        (said): ExpectedFile => ({
          ...said,
          name: `${said.flow}${said.from === null ? "" : ` from ${said.from}`} by ${said.by} ${said.on === "daily" ? "every day" : "on working days"}`,
        }),
      ),
    { error: 'a list of files, such as [{ flow: D0010, from: UDMS, by: "18:00" }]' },
  )
  .default([]);

/** The names of the settings of an expected file, for suggestions. */
export const expectedFileSettings = ["flow", "from", "by", "on", "calendar"];
