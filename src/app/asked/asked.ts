import type { ActionDetail } from "../../core/action/ledger.ts";
import type { FileRecord } from "../../core/file/file.ts";
import type { OutboundRecord } from "../../core/outbound/outbound.ts";
import { noFile } from "../../core/refusal/no-file.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { advice } from "../../core/stuck/remedy.ts";
import type { Store } from "../../store/port/store.ts";
import { noAction } from "../../store/rules/action-transitions.ts";
import { noOutbound } from "../../store/rules/outbound-transitions.ts";

/** The file with a number. Rejects with a `RefusedError` when there is none. */
export async function askedFile(store: Pick<Store, "files">, id: number): Promise<FileRecord> {
  const file = await store.files.get(id);
  if (file === null) throw noFile(id);
  return file;
}

/** The action with a number. Rejects with a `RefusedError` when there is none. */
export async function askedAction(
  store: Pick<Store, "actions">,
  id: number,
): Promise<ActionDetail> {
  const action = await store.actions.get(id);
  if (action === null) throw noAction(id);
  return action;
}

/** The outbound file or e-mail with a number. Rejects with a `RefusedError` when there is none. */
export async function askedOutbound(
  store: Pick<Store, "outbound">,
  id: number,
): Promise<OutboundRecord> {
  const file = await store.outbound.get(id);
  if (file === null) throw noOutbound(id);
  return file;
}

/** That nothing is stuck for a cause. */
export function noSuchCause(cause: string): RefusedError {
  return new RefusedError("not-found", `Nothing is stuck for cause ${cause}`, {
    about: `cause ${cause}`,
    remedy: advice("`{}` shows what is, and why", { remedy: "list-stuck" }),
  });
}
