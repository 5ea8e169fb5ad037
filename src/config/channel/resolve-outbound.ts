import { resolve } from "node:path";
import type { Party } from "../../core/file/envelope.ts";
import type { ConfigProblem } from "../config-error.ts";
import { type DipIds, withDipIds } from "../dip-ids.ts";
import { resolvePgpOut } from "../pgp.ts";
import type { SettingsSource } from "../settings-source.ts";
import { fixedPart, type OutboundChannel } from "./outbound-channel.ts";
import type { OutboundSettings } from "./outbound-schema.ts";
import { sharedService } from "./serving-channel.ts";
import { resolveServer } from "./sftp-server-schema.ts";

/** A channel that files leave by, its paths made absolute from the configuration's folder. */
export function resolveOutbound(
  name: string,
  settings: OutboundSettings,
  folder: string,
  { participant, dipIds }: { readonly participant: Party | null; readonly dipIds: DipIds },
): OutboundChannel {
  const path = settings.kind === "folder" ? resolve(folder, settings.path) : settings.path;
  const common = {
    name,
    direction: settings.direction,
    path,
    base: fixedPart(path),
    from: settings.from ?? participant,
    flows: settings.flows,
    recipients: settings.recipients === null ? null : withDipIds(settings.recipients, dipIds),
    fileName: settings.name,
    temporaryName: settings.temporary,
    identifier: settings.identifier,
    numbering: settings.numbering,
    firstNumber: settings.firstNumber,
    lineEnd: settings.lineEnd,
    finalNewline: settings.finalNewline,
    batch: settings.batch,
    testFlag: settings.test,
    retry: settings.retry,
    keepOrder: settings.keepOrder,
    pgp: settings.pgp === null ? null : resolvePgpOut(settings.pgp, folder),
  };
  if (settings.kind === "folder") return { kind: "folder", ...common };
  return { kind: "sftp", server: resolveServer(settings, folder), ...common };
}

/** Two channels that would both be chosen for a file: neither is more specific than the other. */
export function sharedServices(
  channels: readonly OutboundChannel[],
  source: SettingsSource,
): ConfigProblem[] {
  return channels.flatMap((channel, at) =>
    channels.slice(0, at).flatMap((other) => {
      const shared = sharedService(other, channel);
      if (shared === null) return [];
      const message = `channels.${channel.name}: it serves ${shared}, and so does channels.${other.name}; give each flows and recipients of its own`;
      return [source.problemAtName(["channels"], channel.name, message)];
    }),
  );
}

/** An inbox is no place for what we send: it would be taken in as if others had sent it. */
export function ownInboxes(
  outbound: readonly OutboundChannel[],
  inboxes: readonly { readonly name: string; readonly path: string; readonly work: string }[],
  source: SettingsSource,
): ConfigProblem[] {
  return outbound.flatMap((channel) => {
    if (channel.kind !== "folder") return [];
    const inbox = inboxes.find(({ path, work }) => [path, work].includes(channel.path));
    if (inbox === undefined) return [];
    const message = `channels.${channel.name}.path: ${channel.path} is what channels.${inbox.name} takes files from; name another folder`;
    return [source.problemAt(["channels", channel.name, "path"], message)];
  });
}
