import { resolve } from "node:path";
import { z } from "zod";
import type { ConfigProblem } from "../config-error.ts";
import { ownPgpIn, type PgpIn, pgpIn } from "../pgp.ts";
import { durationExpected, parseDuration, parseSize, sizeExpected } from "../quantity.ts";
import { channelReference, marker, path, quantity, shownAs, text } from "../setting-types.ts";
import type { SettingsSource } from "../settings-source.ts";
import { lookTimes } from "./look-times.ts";
import { type SftpInbox, sftpInboxDefaults, type TakenFate } from "./sftp-inbox.ts";
import {
  loginExpected,
  resolveServer,
  serverSettingNames,
  sftpServerSettings,
} from "./sftp-server-schema.ts";

const takenExpected = "delete, keep or { move: FOLDER }";

const taken = shownAs(
  z.unknown().transform((value, context): TakenFate => {
    if (value === "delete" || value === "keep") return { kind: value };
    const moved = z.strictObject({ move: text(takenExpected) }).safeParse(value);
    if (moved.success) return { kind: "move", folder: trimmed(moved.data.move) };
    context.addIssue({ code: "custom", message: takenExpected });
    return z.NEVER;
  }),
  () => z.union([z.enum(["delete", "keep"]), z.strictObject({ move: text(takenExpected) })]),
);

const remoteFolder = (what: string) =>
  text(`${what}, as the server names it, such as /outgoing`).transform(trimmed);

const patterns = z.array(text('a name pattern such as "*.uff"'), {
  error: "a list of name patterns",
});

const duration = (least: number) => quantity(parseDuration, durationExpected, least);

/** A folder on a partner's SFTP server that files are taken from. */
export const sftpInbox = z
  .strictObject({
    kind: z.literal("sftp"),
    direction: z.literal("in", { error: 'the word "in"' }),
    ...sftpServerSettings,
    folder: remoteFolder("a folder at the server"),
    quarantine: path.default("quarantine"),
    poll: quantity(parseDuration, `${durationExpected}, at least 1s`, 1000).default(
      sftpInboxDefaults.pollMs,
    ),
    times: lookTimes.nullable().default(sftpInboxDefaults.times),
    include: patterns
      .min(1, { error: "at least one pattern" })
      .default([...sftpInboxDefaults.include]),
    ignore: patterns.default([...sftpInboxDefaults.ignore]),
    marker: marker.default(sftpInboxDefaults.marker),
    steady: duration(0).default(sftpInboxDefaults.steadyMs),
    minimumAge: duration(0).default(sftpInboxDefaults.minimumAgeMs),
    maximumSize: quantity(parseSize, `${sizeExpected}, or null`, 1)
      .nullable()
      .default(sftpInboxDefaults.maximumBytes),
    taken,
    claim: remoteFolder("a folder at the server to rename files into")
      .nullable()
      .default(sftpInboxDefaults.claim),
    pgp: pgpIn.nullable().optional(),
    statusTo: channelReference.nullable().default(sftpInboxDefaults.statusTo),
  })
  .superRefine((inbox, context) => {
    const complain = (at: string, message: string) =>
      context.addIssue({ code: "custom", path: [at], message });
    if (inbox.key === null && inbox.agent === null && inbox.password === null)
      complain("key", loginExpected);
    if (inbox.claim !== null && inbox.taken.kind === "keep")
      complain("claim", "none with taken: keep, since a file that is claimed leaves its place");
    if (inbox.claim === inbox.folder)
      complain("claim", "another folder than the one files come in by");
    if (inbox.taken.kind !== "move") return;
    if (inbox.taken.folder === inbox.folder || inbox.taken.folder === inbox.claim)
      complain("taken", "a folder that files are not taken from");
  });

/** What `busbar.yaml` says of an SFTP inbox. */
export type SftpInboxSettings = z.output<typeof sftpInbox>;

/** An SFTP inbox, its local paths made absolute from the configuration's folder. */
export function resolveSftpInbox(
  name: string,
  settings: SftpInboxSettings,
  folder: string,
  pgp: PgpIn | null,
): SftpInbox {
  const { kind, direction, times, include, ignore, marker, taken: fate, claim } = settings;
  return {
    name,
    kind,
    direction,
    server: resolveServer(settings, folder),
    folder: settings.folder,
    quarantine: resolve(folder, settings.quarantine),
    pollMs: settings.poll,
    times,
    include,
    ignore,
    marker,
    steadyMs: settings.steady,
    minimumAgeMs: settings.minimumAge,
    maximumBytes: settings.maximumSize,
    taken: fate,
    claim,
    pgp: ownPgpIn(settings.pgp, pgp, folder),
    statusTo: settings.statusTo,
  };
}

/** The names of the settings that are allowed inside one of an SFTP inbox's, for suggestions. */
export function sftpInboxSettingNames(at: readonly PropertyKey[]): string[] {
  return at[0] === "times" ? ["at", "days", "zone"] : serverSettingNames(at[0]);
}

/** Two channels on one folder would take each other's files, and one that moves files into another's inbox feeds itself. */
export function sharedSftpInboxes(
  inboxes: readonly SftpInbox[],
  source: SettingsSource,
): ConfigProblem[] {
  const at = (inbox: SftpInbox, folder: string) =>
    [inbox.server.host, inbox.server.port, folder].join("\n");
  return inboxes.flatMap((inbox, index) => {
    const other = inboxes
      .slice(0, index)
      .find(
        (one) =>
          at(one, one.folder) === at(inbox, inbox.folder) && one.server.user === inbox.server.user,
      );
    if (other === undefined) return [];
    const message = `channels.${inbox.name}.folder: ${inbox.folder} at ${inbox.server.host} is also channels.${other.name}.folder; give each a folder of its own`;
    return [source.problemAt(["channels", inbox.name, "folder"], message)];
  });
}

/** Without the slashes at its end, so that a folder has one name. */
function trimmed(folder: string): string {
  return folder.replace(/(?<=.)\/+$/, "");
}
