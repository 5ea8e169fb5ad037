import type { Outlet } from "../../channels/outlet.ts";
import type { DueFile } from "../../core/outbound/outbound.ts";
import type { Store } from "../../store/port/store.ts";
import { isDropped } from "./channel-trouble.ts";
import { sayCutOff, sayTaken, sayTakenDirectly } from "./delivery-words.ts";

/** How putting a file there under its own name ended. `withdrawn`: somebody put it on hold or cancelled it meanwhile. */
export type Put =
  | { readonly end: "named"; readonly note: string | null }
  | { readonly end: "failed" | "unknown"; readonly problem: string }
  | { readonly end: "withdrawn" };

/**
 * Writes a file under its own name, for servers that rename nothing. Before its first byte it is noted as
 * uploaded: from then on somebody may take it, or a part of it. So nothing is written twice automatically but
 * where a part of it still is there.
 */
export async function putDirectly(
  outlet: Outlet,
  store: Pick<Store, "outbound" | "deliveries">,
  file: DueFile,
): Promise<Put> {
  const isBegun = file.state === "uploaded";
  const seen = await outlet.look(file);
  if (seen === "named") return { end: "named", note: null };
  if (seen === "taken" || (seen === "temporary" && !isBegun))
    return { end: "failed", problem: sayTaken(file) };
  if (seen === "gone" && isBegun) return { end: "unknown", problem: sayCutOff(file) };
  const bytes = await store.outbound.bytes(file.id);
  const allowed = await store.deliveries.begin({ ids: [file.id], state: "uploaded" });
  if (!allowed.has(file.id)) return { end: "withdrawn" };
  const { now, note } = await outlet.write(file, bytes);
  if (now === "gone") return { end: "unknown", problem: sayTakenDirectly(file) };
  return { end: "named", note };
}

/** Where a file is after putting it there failed: `ready` when a look shows that nothing of it is there. */
export async function afterFailedPut(
  outlet: Outlet,
  file: DueFile,
  error: unknown,
): Promise<"ready" | "uploaded"> {
  if (isDropped(error)) return "uploaded";
  const seen = await outlet.look(file).catch(() => null);
  return seen === "gone" ? "ready" : "uploaded";
}
