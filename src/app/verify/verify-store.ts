import { storeAt } from "../../store/open.ts";
import { StoreError } from "../../store/port/store-error.ts";
import type { Fault } from "../../store/port/verify-store.ts";
import { lookAtDaemon } from "../heartbeat/look-at-daemon.ts";
import { missingFromStore, missingWhenPutOnHold } from "../heartbeat/missing-from-store.ts";
import { notThisStore } from "../heartbeat/not-this-store.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { noteVerified } from "./last-verified.ts";
import { verify } from "./verify.ts";

/**
 * Proves the store of an installation: that it is the one its daemon has open, that it has forgotten nothing, and
 * that every count, hash and fold is right. `onStage` is called with what is looked at.
 */
export async function* verifyStore(
  installation: OpenInstallation,
  onStage: (stage: string) => void = () => {},
): AsyncGenerator<Fault> {
  const { config, store, clock } = installation;
  const look = await lookAtDaemon(storeAt(config.store), clock.wall());
  if (look.is === "running" && look.status.replaced) {
    const message = `The daemon has another store open: ${notThisStore(look.status.replaced)}`;
    yield { code: "STORE_REPLACED", about: "the store", message };
  }
  const missing = (await missingFromStore(store, config)) ?? (await missingWhenPutOnHold(store));
  if (missing !== null) yield { code: "STORE_OLDER", about: "the store", message: missing };
  const recording = await installation.recording();
  const definitions = await installation.definitions();
  let faults = missing === null ? 0 : 1;
  for await (const fault of verify({ recording, definitions, onStage })) {
    if (fault.drift !== true) faults += 1;
    yield fault;
  }
  noteVerified(config, store.id, { at: clock.wall(), faults });
}

const damages: ReadonlySet<string> = new Set(["corrupt", "damaged"]);

/** A store that is too damaged to be opened, or to be read on, as a fault like others; null when the error is another. */
export function faultOfOpening(error: unknown): Fault | null {
  if (!(error instanceof StoreError) || !damages.has(error.code)) return null;
  return { code: "DAMAGED", about: "the store", message: error.message };
}
