import { holdOn, sayKept } from "../../../core/hold/hold.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { ingestChannel } from "../../../intake/file/ingest.ts";
import { installationGate } from "../../installation/installation-gate.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** Refuses files that are handed over while a person holds intake: what comes waits where it is. */
export async function refuseWhileOnHold({ store }: OpenInstallation): Promise<void> {
  const hold = holdOn(await store.holds.list(), { stage: "intake", channel: ingestChannel });
  if (hold === null) return;
  throw new RefusedError("unavailable", `No file is taken in: ${sayKept(hold)}`, {
    code: "INTAKE_ON_HOLD",
    remedy: advice("To let files in again: {}", { remedy: "release-hold", hold }),
  });
}

/** Refuses files while no channel would take any: a disk that intake writes to is short of room, or too much waits behind it. */
export async function refuseWhileClosed(of: OpenInstallation): Promise<void> {
  const closed = await installationGate(of).mayTakeMore([]);
  if (closed === null) return;
  throw new RefusedError("unavailable", `No file is taken in: ${closed}`, {
    code: "INTAKE_CLOSED",
  });
}
