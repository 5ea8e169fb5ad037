import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createClockFile } from "../../disk/clock-file.ts";
import { createFileWith } from "../../disk/create-file.ts";
import { everybody, marketDipIds, us } from "../plan/participants.ts";
import type { SftpHost } from "./sftp-host.ts";

/** Where everything of a simulated installation is. */
export interface InstallationPlaces {
  readonly folder: string;
  readonly config: string;
  readonly clock: string;
  readonly inbox: string;
  readonly work: string;
  /** A folder for each recipient. */
  readonly mail: string;
  /** The parties' ledgers. */
  readonly ledgers: string;
  readonly log: string;
}

/** Where things are in a folder. */
export function placesIn(folder: string): InstallationPlaces {
  const at = (name: string) => join(folder, name);
  return {
    folder,
    config: at("busbar.yaml"),
    clock: at("clock"),
    inbox: at("inbox"),
    work: at("var/work/inbox"),
    mail: at("mail"),
    ledgers: at("ledgers"),
    log: at("daemon.log"),
  };
}

/**
 * Makes a fresh installation in a folder: its configuration, the folders that it names and its clock. Throws
 * `EEXIST` where there is one already.
 */
export function layOutInstallation(
  folder: string,
  beginsAt: number,
  { perFile, host }: { readonly perFile: number; readonly host: SftpHost | null },
): InstallationPlaces {
  const mailboxes = host === null ? null : mailboxesAt(host);
  const places = { ...placesIn(folder), ...mailboxes };
  mkdirSync(folder, { recursive: true });
  const channels =
    host === null || mailboxes === null ? folderChannels : sftpChannels(host, mailboxes);
  createFileWith(places.config, configuration(perFile, channels));
  for (const one of [places.inbox, places.mail, places.ledgers, join(folder, "var")])
    mkdirSync(one, { recursive: true });
  for (const name of ["archive", "quarantine"]) mkdirSync(join(folder, name));
  createClockFile(places.clock, beginsAt);
  return places;
}

/** Where the parties' mailboxes are. */
type Mailboxes = Pick<InstallationPlaces, "inbox" | "mail">;

/** Everybody's mailbox at an SFTP server: partners make them, Busbar does not. */
function mailboxesAt(host: SftpHost): Mailboxes {
  const places = { inbox: host.makeFolder("inbox"), mail: host.makeFolder("mail") };
  for (const party of everybody) host.makeFolder(`mail/${party}`);
  return places;
}

/** Settings of the channel in each direction. */
interface MarketChannels {
  readonly in: object;
  readonly out: object;
}

const folderChannels: MarketChannels = {
  in: { path: "inbox", archive: "archive", steady: "1ms", poll: "1s" },
  out: { path: "mail/{toParticipant}" },
};

function sftpChannels(host: SftpHost, { inbox, mail }: Mailboxes): MarketChannels {
  const server = {
    ...{ kind: "sftp", host: "127.0.0.1", port: host.port, user: host.user },
    ...{ hostKey: host.hostKey, key: { file: host.key } },
  };
  const incoming = { direction: "in", folder: inbox, taken: "delete", steady: "0s", poll: "1s" };
  return {
    in: { ...server, ...incoming },
    out: { ...server, path: `${mail}/{toParticipant}` },
  };
}

function configuration(perFile: number, channels: MarketChannels): string {
  const settings = {
    store: "var/busbar.db",
    clock: "clock",
    participant: { role: us.role, id: us.participant },
    participants: [us.participant],
    shippedProcesses: ["metering-point", "switch-gain", "switch-loss"],
    dipIds: marketDipIds,
    channels: {
      inbox: { ...channels.in, quarantine: "quarantine", statusTo: "market" },
      market: {
        ...channels.out,
        direction: "out",
        batch: { messages: perFile, wait: "0ms" },
      },
    },
  };
  return `# A supplier in a simulated market, made for one simulation. JSON is YAML, too.\n${JSON.stringify(settings, null, 2)}\n`;
}
