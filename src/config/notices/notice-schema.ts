import { z } from "zod";
import { noticeLevels } from "../../core/notice/notice.ts";
import { lookTimes } from "../channel/look-times.ts";
import { isPrivate, plainOnlyPrivate, webUrl } from "../channel/web-address.ts";
import { durationExpected, parseDuration } from "../quantity.ts";
import { secretSource } from "../secret-source.ts";
import { quantity, text } from "../setting-types.ts";
import {
  type NoticeContact,
  type NoticeSettings,
  type QuietHours,
  usualNotices,
} from "./notice-settings.ts";

const duration = (least: number) => quantity(parseDuration, durationExpected, least);
const addressExpected = "an e-mail address such as ops@example.com";
const webhook = z
  .strictObject(
    { url: webUrl, private: isPrivate, secret: secretSource.nullable().default(null) },
    { error: `settings, such as { url: "https://alerts.example.com/busbar" }` },
  )
  .superRefine(plainOnlyPrivate);

const contactShape = {
  email: z
    .union(
      [
        z.email({ error: addressExpected }),
        z.array(z.email({ error: addressExpected }), { error: addressExpected }).min(1),
      ],
      { error: `${addressExpected}, or a list of them` },
    )
    .transform((given) => (typeof given === "string" ? [given] : given))
    .nullable()
    .default(null),
  channel: text("the name of a channel with kind: smtp").nullable().default(null),
  webhook: webhook.nullable().default(null),
  levels: z
    .array(z.enum(noticeLevels, { error: `one of ${noticeLevels.join(", ")}` }), {
      error: `a list of levels, such as [urgent]`,
    })
    .min(1, { error: "at least one level" })
    .default([...noticeLevels]),
  digest: z
    .union([z.boolean(), z.literal("weekly")], { error: "true, false or weekly" })
    .default(true)
    .transform((given): NoticeContact["digest"] =>
      given === false ? null : given === true ? "daily" : given,
    ),
};

const contact = z
  .strictObject(contactShape, { error: "settings, such as { email: ops@example.com }" })
  .superRefine(({ email, webhook: web }, context) => {
    if ((email === null) !== (web === null)) return;
    const message = "one way to be notified: email or webhook";
    context.addIssue({ code: "custom", path: [], message });
  });

const timeExpected = "a time of day such as 18:00";
const zoneExpected = "a time zone such as Europe/London";
const dayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const time = z
  .string({ error: timeExpected })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: timeExpected })
  .transform((given) => Number(given.slice(0, 2)) * 60 + Number(given.slice(3)));

const quietHours = z
  .strictObject(
    {
      from: time,
      to: time,
      days: z
        .array(z.enum(dayNames, { error: `one of ${dayNames.join(", ")}` }), {
          error: "a list of days, such as [mon, tue, wed, thu, fri]",
        })
        .min(1, { error: "at least one day; leave it out for all" })
        .optional(),
      calendar: text("a calendar such as england-and-wales").optional(),
      zone: z
        .string({ error: zoneExpected })
        .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", {
          error: zoneExpected,
        })
        .default("Europe/London"),
    },
    { error: 'settings, such as { from: "18:00", to: "07:30" }' },
  )
  .refine(({ days, calendar }) => days === undefined || calendar === undefined, {
    error: "days or calendar, and not both",
  })
  .transform(
    ({ days = dayNames, calendar = null, ...rest }): QuietHours => ({
      ...rest,
      calendar,
      days: days.map((day) => dayNames.indexOf(day) + 1),
    }),
  );

const heartbeatShape = { url: webUrl, private: isPrivate, every: duration(1_000).default(60_000) };

const heartbeat = z
  .strictObject(heartbeatShape, {
    error: `settings, such as { url: "https://hc-ping.com/…" }`,
  })
  .superRefine(plainOnlyPrivate);

const remind = z.strictObject(
  {
    urgent: duration(60_000).default(usualNotices.remindMs.urgent),
    work: duration(60_000).default(usualNotices.remindMs.work),
  },
  { error: "settings, such as { urgent: 4h, work: 1d }" },
);

const shape = {
  name: text("what this installation is called, such as busbar").default(usualNotices.name),
  contacts: z
    .record(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/i, { error: "a name of letters, digits, - and _" }),
      contact,
      {
        error: "contacts by name, such as ops: { email: ops@example.com }",
      },
    )
    .default({}),
  gather: duration(0).default(usualNotices.gatherMs),
  update: duration(0).default(usualNotices.updateMs),
  remind: remind.prefault({}),
  patience: duration(0).default(usualNotices.patienceMs),
  channels: z
    .record(z.string(), duration(0), { error: "times by channel, such as partner: 1h" })
    .default({}),
  quiet: z
    .array(quietHours, { error: 'a list of hours, such as [{ from: "18:00", to: "07:30" }]' })
    .default([]),
  digest: lookTimes.nullable().default(null),
  heartbeat: heartbeat.nullable().default(null),
};

/** `notices` of `busbar.yaml`. */
export const noticeSchema = z.strictObject(shape, {
  error: "settings, such as { contacts: { ops: { email: ops@example.com } } }",
});

/** What `notices` says; secrets are named from the configuration's folder on by `secretFrom`. */
export function resolveNotices(
  said: z.output<typeof noticeSchema>,
  secretFrom: (source: z.output<typeof secretSource>) => z.output<typeof secretSource>,
  mail: readonly string[],
): NoticeSettings {
  const { contacts, gather, update, remind: often, patience, channels, heartbeat: beat } = said;
  return {
    name: said.name,
    contacts: Object.entries(contacts).map(([name, { email, channel, webhook: web, ...rest }]) => ({
      ...rest,
      name,
      email: email === null ? null : { to: email, channel: channel ?? mail[0] ?? "" },
      webhook:
        web === null
          ? null
          : { ...web, secret: web.secret === null ? null : secretFrom(web.secret) },
    })),
    gatherMs: gather,
    updateMs: update,
    remindMs: often,
    patienceMs: patience,
    channelPatienceMs: channels,
    quiet: said.quiet,
    digest: said.digest,
    heartbeat: beat === null ? null : { url: beat.url, private: beat.private, everyMs: beat.every },
  };
}

/** The names of the settings that are allowed at this place of `notices`, for suggestions. */
export function noticeSettingNames(at: readonly PropertyKey[]): string[] {
  const [, part] = at;
  if (part === undefined) return Object.keys(shape);
  if (part === "contacts")
    return at.length < 4 ? Object.keys(contactShape) : ["url", "private", "secret"];
  if (part === "quiet") return ["from", "to", "days", "calendar", "zone"];
  if (part === "remind") return ["urgent", "work"];
  if (part === "digest") return ["at", "days", "zone"];
  return Object.keys(heartbeatShape);
}
