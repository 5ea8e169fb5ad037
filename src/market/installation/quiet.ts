import { readdirSync } from "node:fs";
import type { Store } from "../../store/port/store.ts";
import type { InstallationPlaces } from "./lay-out.ts";

/** What is asked of a store to know whether anything is to be done. */
type AskedStore = Pick<
  Store,
  "routes" | "builds" | "deadlines" | "actions" | "outboundMessages" | "outbound"
>;

/** Files that are still to leave. */
const leaving: ReadonlySet<string> = new Set(["ready", "uploaded", "sending"]);

/** So many messages that wait are looked at: those that are stuck wait, too, and stay. */
const mostWaiting = 1_000;

/**
 * What the installation still has to do at a moment, as the end of a sentence; null when all is quiet. The stages
 * are asked in the order in which things go through them, so that nothing is missed that moves on meanwhile.
 */
export async function stillBusy(
  store: AskedStore,
  { inbox, work }: Pick<InstallationPlaces, "inbox" | "work">,
  now: number,
): Promise<string | null> {
  if (filesIn(inbox)) return "files lie in the inbox";
  if (filesIn(work)) return "files are being recorded";
  if ((await store.routes.countWaiting()) > 0) return "messages wait to be routed";
  if ((await store.builds.backlog()) > 0) return "processes are to be built";
  if ((await store.deadlines.due({ now, limit: 1 })).length > 0) return "deadlines have passed";
  if (((await store.actions.counts()).running ?? 0) > 0) return "actions are running";
  const { due } = await plannedActions(store, now);
  if (due) return "actions are planned";
  const waiting = await store.outboundMessages.waiting({ limit: mostWaiting });
  if (waiting.some(({ state, queueProblem }) => state === "waiting" && queueProblem === null))
    return "messages wait to be composed";
  const files = await store.outbound.counts();
  if (files.some(({ state, files: count }) => leaving.has(state) && count > 0))
    return "files are to be delivered";
  return null;
}

/**
 * Whether an action is due that is planned, and when the next of the others is; null when there is none. Only what
 * failed and is tried again waits for a later moment: the rest is counted, not listed, which would read the whole
 * ledger each time.
 */
async function plannedActions(
  store: Pick<Store, "actions">,
  now: number,
): Promise<{ readonly due: boolean; readonly nextAt: number | null }> {
  const { planned = 0 } = await store.actions.counts();
  if (planned === 0) return { due: false, nextAt: null };
  const again: number[] = [];
  for await (const { dueAt } of store.actions.list({ state: "failing" })) again.push(dueAt);
  if (again.length < planned || again.some((dueAt) => dueAt <= now))
    return { due: true, nextAt: null };
  return { due: false, nextAt: Math.min(...again) };
}

/** When the installation next does something automatically, after a moment when it is quiet; null when it does not. */
export async function nextByItself(
  store: Pick<Store, "actions" | "deadlines">,
  now: number,
): Promise<number | null> {
  const moments = [await store.deadlines.next(now), (await plannedActions(store, now)).nextAt];
  const known = moments.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Folders that have never been used are not there. */
function filesIn(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => !name.startsWith("."));
  } catch {
    return false;
  }
}
