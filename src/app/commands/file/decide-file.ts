import type { FileRecord } from "../../../core/file/file.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { reprocess } from "../../../intake/file/reprocess.ts";
import { routePending } from "../../../intake/file/route.ts";
import type { ActedEvent } from "../../../store/port/events/consequence.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import type { ConflictDecision } from "../../../store/port/files/file-store.ts";
import type { Store } from "../../../store/port/store.ts";
import { askedFile, noSuchCause } from "../../asked/asked.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ActedEventView, viewActedEvent } from "../../views/event-view.ts";
import { type DecidedMember, decideMembers, otherOf, withdrawnBy } from "./decide-members.ts";

/** What a person decides about one file, or a cause. */
export interface DecideFileInput {
  readonly file: number;
  readonly decision: ConflictDecision;
}

/** A file that was decided about, and what followed. */
export interface DecidedFile {
  readonly file: FileRecord;
  /** The other file, where the decision changed it: withdrawn for this one, or active again; null else. */
  readonly other: FileRecord | null;
  /** Files in a container that were decided likewise, and the events of them all. */
  readonly inside: { readonly files: number; readonly events: number };
  /** Events of withdrawn files because of which something is done already; at most so many. */
  readonly acted: readonly ActedEventView[];
  /** There are more of them. */
  readonly moreActed: boolean;
}

/** At most so many events are named because of which something is done already. */
const mostActed = 20;

/**
 * Settles which of two files with one identity is active, changes what was decided before, or takes in a file
 * whose bytes came before. Of a container, the files in it are decided likewise.
 */
export async function decideFile(
  installation: OpenInstallation,
  { file: id, decision }: DecideFileInput,
  by: ChangedBy,
): Promise<DecidedFile> {
  const changedBy = whoAndWhy(by);
  const { store } = installation;
  const definitions = [...(await installation.definitions()).values()];
  const before = await askedFile(store, id);
  await store.files.decide({ file: id, decision, ...changedBy });
  // The messages of a duplicate were never kept: its bytes are read again.
  if (before.state === "duplicate")
    await reprocess(await installation.recording(), definitions, id);
  else await routePending(store, definitions);
  const file = await askedFile(store, id);
  const inside = await membersDecided(installation, definitions, file, decision, changedBy);
  const other = otherOf(before);
  const isOtherChanged = before.state !== "conflict" || decision === "replace";
  const withdrawn = [withdrawnBy(decision, before), ...inside.map((one) => one.withdrawn)];
  const acted = await actedOnAny(store, withdrawn);
  const byType = await installation.definitions();
  return {
    file,
    other: isOtherChanged && other !== null && other !== id ? await askedFile(store, other) : null,
    inside: { files: inside.length, events: await eventsOf(store, inside) },
    acted: acted.slice(0, mostActed).map((one) => viewActedEvent(one, byType)),
    moreActed: acted.length > mostActed,
  };
}

/** The files that are in conflict for a cause. Rejects with a `RefusedError` when there are none. */
export async function conflictsOfCause(
  { store }: OpenInstallation,
  cause: string,
): Promise<readonly number[]> {
  const items = await Array.fromAsync(store.stuck.list({ cause }));
  if (items.length === 0) throw noSuchCause(cause);
  const files = items.flatMap(({ kind, file }) =>
    kind === "conflict" && file !== null ? file : [],
  );
  if (files.length > 0) return files;
  throw new RefusedError("conflict", `Cause ${cause} is no conflict`, {
    remedy: advice("`{}` shows what it is", { remedy: "show-cause", cause }),
  });
}

async function membersDecided(
  installation: OpenInstallation,
  definitions: readonly ProcessDefinition[],
  file: FileRecord,
  decision: ConflictDecision,
  changedBy: ChangedBy,
): Promise<DecidedMember[]> {
  if (file.members.length === 0) return [];
  const recording = await installation.recording();
  return decideMembers({ recording, definitions, decision, ...changedBy }, file, otherOf(file));
}

async function eventsOf(store: Store, files: readonly DecidedMember[]): Promise<number> {
  let events = 0;
  for (const { id } of files) events += (await askedFile(store, id)).events;
  return events;
}

/** What was done because of events of files that were withdrawn; one more than is reported. */
async function actedOnAny(store: Store, withdrawn: readonly (number | null)[]) {
  const acted: ActedEvent[] = [];
  for (const file of withdrawn) {
    const limit = mostActed + 1 - acted.length;
    if (file !== null && limit > 0) acted.push(...(await store.events.actedOn({ file, limit })));
  }
  return acted;
}
