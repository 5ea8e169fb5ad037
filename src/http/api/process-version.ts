import { processVersionOf } from "../../core/process/version.ts";
import type { Store } from "../../store/port/store.ts";

/** What a process is bound to when it is acted on as it is now. */
export async function processVersion(
  { events }: Pick<Store, "events">,
  { type, key }: { readonly type: string; readonly key: string },
): Promise<string> {
  return processVersionOf(await events.ofProcess({ processType: type, key }));
}
