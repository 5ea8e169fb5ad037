import type { ActionRecord, ActionState } from "../../../core/action/ledger.ts";
import { envelopeOfEvent, fitsEnvelope } from "../../asked/envelope-of.ts";
import { type EnvelopeFilters, isEnvelopeAsked } from "../../asked/filters.ts";
import { refuseUnknownAction, refuseUnknownType } from "../../asked/known-words.ts";
import { keyFilter } from "../../asked/named-processes.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ActionView, viewAction } from "../../views/action-view.ts";
import { type ListQuery, listQuery, numberKey, type Part } from "./list-query.ts";
import { lookWithin } from "./look-within.ts";
import { sifted } from "./sifted.ts";

/** Which rows of the ledger are wanted; all when nothing is said. */
export interface ActionsWanted extends EnvelopeFilters {
  readonly state?: ActionState | "failing";
  readonly name?: string;
  readonly type?: string;
  readonly key?: string;
}

/** What is stuck has waited the longest: it is listed from the oldest on. */
const fromOldest: ReadonlySet<string> = new Set(["failed", "needs-review", "failing"]);

async function highest(
  { store }: OpenInstallation,
  { key }: ActionsWanted,
): Promise<number | null> {
  if (key !== undefined) return null;
  for await (const { id } of store.actions.list({ limit: 1 })) return id;
  return 0;
}

async function rows(
  { store }: OpenInstallation,
  { state, name, type, key, ...asked }: ActionsWanted,
  part: Part<number>,
) {
  const filter = {
    ...(state !== undefined && { state }),
    ...(name !== undefined && { name }),
    ...(await keyFilter(store, key, type)),
  };
  if (!isEnvelopeAsked(asked)) return store.actions.list({ ...filter, ...part });
  return sifted(
    (slice) => store.actions.list({ ...filter, ...slice }),
    part,
    ({ plannedAt, event }) => fitsEnvelope(asked, plannedAt, () => envelopeOfEvent(store, event)),
  );
}

/** Rows of the ledger, in the order they were planned, each with the hold that keeps it. */
export const listActions: ListQuery<ActionsWanted, ActionView> = listQuery({
  name: "actions",
  key: numberKey,
  start: 0,
  order: ({ state }: ActionsWanted) =>
    state !== undefined && fromOldest.has(state) ? "oldest" : "newest",
  rows,
  looked: lookWithin({ way: "newest", rows, highest }),
  keyOf: ({ id }: ActionRecord) => id,
  items: async ({ store }, actions) => {
    const holds = await store.holds.list();
    return actions.map((action) => viewAction(action, holds));
  },
  onNothing: async (of, { type, name }) => {
    await refuseUnknownType(of, type);
    await refuseUnknownAction(of, name);
    return [];
  },
});
