import { z } from "zod";
import { ownRgmaCodes } from "../catalogue/load/rgma-schema.ts";
import { isDatabaseAddress, namesDatabase } from "../core/text/store-location.ts";
import { actionSettingNames, actionSettings } from "./action-schema.ts";
import { folderDefaults } from "./channel/channel.ts";
import {
  outboundFolder,
  outboundSettingNames,
  outboundSftp,
  participant,
} from "./channel/outbound-schema.ts";
import { sftpInbox, sftpInboxSettingNames } from "./channel/sftp-inbox-schema.ts";
import { smtpChannel } from "./channel/smtp-schema.ts";
import { webhookChannel } from "./channel/webhook-schema.ts";
import { usualBacklog } from "./config.ts";
import { dipIds } from "./dip-ids.ts";
import { diskMarks } from "./disk-marks.ts";
import { expectedFileSettings, expectedFilesSchema } from "./expected-schema.ts";
import { flowReference, flowSettingNames, flowSettings } from "./flow-settings-schema.ts";
import { httpSettingNames, httpSettings } from "./http-settings.ts";
import { noticeSchema, noticeSettingNames } from "./notices/notice-schema.ts";
import { pgpIn, pgpNames } from "./pgp.ts";
import { durationExpected, parseDuration, parseSize, sizeExpected } from "./quantity.ts";
import { retentionNames, retentionSettings } from "./retention.ts";
import {
  channelReference,
  marker,
  participantReference,
  path,
  quantity,
  shownAs,
  text,
} from "./setting-types.ts";
import { unpack, unpackNames } from "./unpack.ts";

const backlogExpected = "a number of messages that may wait, 1 at least";

const oursExpected = 'a participant such as SUPP, or with its role "X:SUPP"';

/** The types of process that come with Busbar. */
const shippedProcessTypes = ["metering-point", "order", "switch-gain", "switch-loss"] as const;

/** The types of process that are on where nobody says which. */
const usualProcessTypes = ["metering-point", "order"] as const;

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

/** A folder that files are taken from. */
const folderChannel = z.strictObject(
  {
    kind: z.literal("folder", { error: "one of folder, sftp, smtp, webhook" }).default("folder"),
    direction: z.literal("in", { error: 'the word "in" or "out"' }).default("in"),
    path,
    work: path.optional(),
    archive: path.default("archive"),
    quarantine: path.default("quarantine"),
    steady: quantity(parseDuration, durationExpected, 0).default(folderDefaults.steadyMs),
    poll: quantity(parseDuration, `${durationExpected}, at least 100ms`, 100).default(
      folderDefaults.pollMs,
    ),
    ignore: z
      .array(text('a name pattern such as "*.tmp"'), { error: "a list of name patterns" })
      .default([...folderDefaults.ignore]),
    marker: marker.default(folderDefaults.marker),
    pgp: pgpIn.nullable().optional(),
    statusTo: channelReference.nullable().default(folderDefaults.statusTo),
  },
  { error: "settings, such as { path: inbox }" },
);

/** Each kind of channel has settings of its own: kind and direction say which are meant. */
function channelSchema(value: unknown) {
  const { kind, direction }: Record<string, unknown> = isSettings(value) ? value : {};
  if (kind === "smtp") return smtpChannel;
  if (kind === "webhook") return webhookChannel;
  if (kind === "sftp") return direction === "out" ? outboundSftp : sftpInbox;
  return direction === "out" ? outboundFolder : folderChannel;
}

function isSettings(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const channel = shownAs(
  z.unknown().transform((value, context) => {
    const read = channelSchema(value).safeParse(value);
    if (read.success) return read.data;
    // What was found is an issue already; its type does not say that it may be passed on.
    context.issues.push(...(read.error.issues as z.core.$ZodRawIssue[]));
    return z.NEVER;
  }),
  () =>
    z.union([folderChannel, outboundFolder, sftpInbox, outboundSftp, smtpChannel, webhookChannel]),
);

const listenExpected =
  "the address of the store's database without a pooler between, such as postgres://user@host:5432/database";

const channelName = /^[a-z0-9][a-z0-9_-]{0,62}$/i;

/**
 * The shape of `busbar.yaml`. Every error message says what is expected, as the end of a sentence
 * that `read-settings.ts` begins with the place and what was found.
 */
export const settings = z.strictObject(
  {
    store: path
      .refine((given) => !isDatabaseAddress(given) || namesDatabase(given), {
        error:
          "the path of a file, or the address of a database on a PostgreSQL server, such as postgres://user@host/database",
      })
      .default("var/busbar.db"),
    storeListen: path.refine(namesDatabase, { error: listenExpected }).nullable().default(null),
    blobs: path.default("var/blobs"),
    largeFiles: quantity(parseSize, sizeExpected, 1).prefault("8 MiB"),
    catalogues: z
      .array(text("a file or folder of flow definitions"), {
        error: "a list of files and folders, such as [flows]",
      })
      .default([]),
    undescribedFlows: z
      .array(z.string().regex(flowReference, { error: "a flow's reference, such as X0123" }), {
        error: "a list of flows that no definition describes, such as [X0123]",
      })
      .default([]),
    rgma: ownRgmaCodes.optional(),
    calendars: z
      .record(
        z.string().regex(channelName, { error: "a name of letters, digits, - and _" }),
        text("a file of holidays"),
        { error: "files by name, such as scotland: scotland.yaml" },
      )
      .default({}),
    processes: z
      .array(text("a module with process definitions"), {
        error: "a list of modules, such as [processes/returns.ts]",
      })
      .default([]),
    shippedProcesses: z
      .array(z.enum(shippedProcessTypes, { error: `one of ${shippedProcessTypes.join(", ")}` }), {
        error: "a list of types of process",
      })
      .default([...usualProcessTypes]),
    processSettings: z
      .record(z.string(), z.unknown(), {
        error: "settings by type of process, such as switch-gain: { latestStart: 28 }",
      })
      .default({}),
    live: z.boolean({ error: "true or false" }).default(false),
    participant: participant.nullable().default(null),
    participants: z
      .array(
        z.string({ error: oursExpected }).regex(participantReference, { error: oursExpected }),
        { error: "a list of participants that we are, such as [SUPP]" },
      )
      .default([]),
    dipIds,
    notForUs: z.enum(["warn", "await-release"], { error: "warn or await-release" }).default("warn"),
    flows: z
      .record(z.string().regex(flowReference, { error: "a flow such as D0010" }), flowSettings, {
        error: "settings by flow, such as D0010: { codes: strict }",
      })
      .default({}),
    actions: actionSettings,
    expected: expectedFilesSchema,
    notices: noticeSchema.prefault({}),
    disk: diskMarks.prefault({}),
    backlog: z
      .int({ error: backlogExpected })
      .min(1, { error: backlogExpected })
      .default(usualBacklog),
    retention: retentionSettings.prefault({}),
    unpack: unpack.prefault({}),
    pgp: pgpIn.nullable().default(null),
    http: httpSettings.prefault({}),
    clock: path.nullable().default(null),
    log: z.enum(logLevels, { error: `one of ${logLevels.join(", ")}` }).default("info"),
    channels: z
      .record(
        z.string().regex(channelName, { error: "a name of letters, digits, - and _" }),
        channel,
        { error: "channels by name, such as inbox: { path: inbox }" },
      )
      .default({}),
  },
  { error: "settings, such as store: var/busbar.db" },
);

/** What `busbar.yaml` says of a channel that files come in by. */
export type InboundSettings = z.output<typeof folderChannel>;

/** What `busbar.yaml` says, with what it leaves out filled in. */
export type Settings = z.output<typeof settings>;

/** The names of the settings that are allowed at this place of a configuration, for suggestions. */
export function settingNames(at: readonly PropertyKey[], whole: unknown): string[] {
  if (at.length === 0) return Object.keys(settings.shape);
  if (at[0] === "flows") return flowSettingNames(at);
  if (at[0] === "actions") return actionSettingNames(at);
  if (at[0] === "expected") return expectedFileSettings;
  if (at[0] === "notices") return noticeSettingNames(at);
  if (at[0] === "unpack") return unpackNames;
  if (at[0] === "http") return [...httpSettingNames];
  if (at[0] === "retention") return retentionNames;
  if (at[0] === "disk") return Object.keys(diskMarks.shape);
  if (at.includes("pgp")) return pgpNames(at);
  if (at[0] !== "channels" || at.length < 2) return Object.keys(participant.in.shape);
  const shape = channelSchema(valueAt(whole, at.slice(0, 2))).shape;
  if (at.length === 2) return Object.keys(shape);
  return shape === sftpInbox.shape
    ? sftpInboxSettingNames(at.slice(2))
    : outboundSettingNames(at.slice(2));
}

function valueAt(whole: unknown, at: readonly PropertyKey[]): unknown {
  return at.reduce<unknown>(
    (value, step) => (isSettings(value) ? value[String(step)] : null),
    whole,
  );
}
