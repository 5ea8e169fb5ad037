import type { RetentionStore } from "../../port/retention-store.ts";
import type { StuckStore } from "../../port/stuck-store.ts";
import type { Connection } from "../database/connection.ts";
import { busyContents } from "./busy-contents.ts";
import { whatIsKept } from "./kept.ts";
import { lookForOld } from "./look-for-old.ts";
import { retiring } from "./retire.ts";

/** Kept bytes that grow old. */
export function retention(
  connection: Connection,
  blobFolder: string,
  stuck: Pick<StuckStore, "list">,
): RetentionStore {
  return {
    busy: busyContents(connection, stuck),
    look: lookForOld(connection),
    ...retiring(connection, blobFolder),
    ...whatIsKept(connection, blobFolder),
  };
}
