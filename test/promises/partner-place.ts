import { type SftpInbox, sftpInboxDefaults } from "../../src/config/channel/sftp-inbox.ts";
import type { SftpServer } from "../../src/config/channel/sftp-server.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import type { FileRecord } from "../../src/core/file/file.ts";
import type { ChannelStatus } from "../../src/intake/channel/channel-status.ts";
import { statusBeside } from "../status-beside.ts";
import { recordedFiles, type Workplace, workplace } from "./workplace.ts";

/** A Busbar whose files come from partners' servers alone. */
export interface PartnerPlace extends Pick<Workplace, "base" | "config" | "remove"> {
  readonly inbox: SftpInbox;
}

/** An inbox on a partner's folder that is quick to take files, and deletes them. */
export function quickInbox(
  server: SftpServer,
  folder: string,
  settings: Partial<SftpInbox> = {},
): Omit<SftpInbox, "quarantine"> {
  return {
    ...sftpInboxDefaults,
    name: "partner",
    kind: "sftp",
    direction: "in",
    server: { ...server, reconnect: { firstMs: 50, longestMs: 400 } },
    folder,
    taken: { kind: "delete" },
    steadyMs: 40,
    pollMs: 120,
    ...settings,
  };
}

/** A place of its own in a temporary folder with these inboxes. */
export function partnerPlace(
  inboxes: readonly Omit<SftpInbox, "quarantine">[],
  common: Partial<BusbarConfig> = {},
): PartnerPlace {
  const place = workplace({}, { channels: [], ...common });
  const quarantine = `${place.base}/quarantine`;
  const sftpInboxes = inboxes.map((inbox) => ({ ...inbox, quarantine }));
  const [inbox] = sftpInboxes;
  if (inbox === undefined) throw new Error("a place needs an inbox");
  return { ...place, config: { ...place.config, sftpInboxes }, inbox };
}

/** What the daemon says of a channel. */
export function statusOf({ config }: PartnerPlace, name = "partner"): ChannelStatus | undefined {
  return statusBeside(config.store)?.channels.find((channel) => channel.name === name);
}

/** What is recorded, by name and state, sorted. */
export async function recordedAs(place: PartnerPlace): Promise<string[]> {
  const files: FileRecord[] = await recordedFiles(place);
  return files.map(({ name, state }) => `${name} ${state}`).toSorted();
}
