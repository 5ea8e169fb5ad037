import { openCatalogue } from "../../catalogue/load/open.ts";
import {
  packedSettings,
  type RecordingContext,
  recordingContext,
} from "../../intake/channel/context.ts";
import type { Session } from "../session.ts";

/** What it takes to read kept bytes again, with the keys and limits of the configuration. */
export async function recordingOf({ config, store }: Session): Promise<RecordingContext> {
  const { blobs, largeFileBytes, live } = config;
  const catalogue = await openCatalogue(config);
  return recordingContext({
    store,
    catalogue,
    blobs,
    largeFileBytes,
    live,
    packed: packedSettings(config),
  });
}
