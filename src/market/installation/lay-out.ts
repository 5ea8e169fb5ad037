import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createClockFile } from "../../disk/clock-file.ts";
import { createFileWith } from "../../disk/create-file.ts";
import { marketDipIds, us } from "../plan/participants.ts";

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
  perFile: number,
): InstallationPlaces {
  const places = placesIn(folder);
  mkdirSync(folder, { recursive: true });
  createFileWith(places.config, configuration(perFile));
  for (const one of [places.inbox, places.mail, places.ledgers, join(folder, "var")])
    mkdirSync(one, { recursive: true });
  for (const name of ["archive", "quarantine"]) mkdirSync(join(folder, name));
  createClockFile(places.clock, beginsAt);
  return places;
}

function configuration(perFile: number): string {
  const settings = {
    store: "var/busbar.db",
    clock: "clock",
    participant: { role: us.role, id: us.participant },
    participants: [us.participant],
    shippedProcesses: ["metering-point", "switch-gain", "switch-loss"],
    dipIds: marketDipIds,
    channels: {
      inbox: {
        path: "inbox",
        archive: "archive",
        quarantine: "quarantine",
        steady: "1ms",
        poll: "1s",
        statusTo: "market",
      },
      market: {
        direction: "out",
        path: "mail/{toParticipant}",
        batch: { messages: perFile, wait: "0ms" },
      },
    },
  };
  return `# A supplier in a simulated market, made for one simulation. JSON is YAML, too.\n${JSON.stringify(settings, null, 2)}\n`;
}
