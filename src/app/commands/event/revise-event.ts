import type { ProcessDefinition } from "../../../core/process/process.ts";
import type { ChangedBy, Mended } from "../../../store/port/events/revision-store.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { correctedData } from "./corrected-data.ts";
import { type VerdictChange, verdictChanges } from "./verdict-changes.ts";

/** An event that was revised, and what follows. */
export interface RevisedEvent extends Mended {
  /** The definition of its process's type; undefined where none is known here. */
  readonly definition: ProcessDefinition | undefined;
  /** Conditions with another verdict now; nothing is done again because of that. */
  readonly verdicts: readonly VerdictChange[];
}

/** Voids an event: processes fold as if it had not been recorded. */
export async function voidEvent(
  installation: OpenInstallation,
  { event: seq }: { readonly event: number },
  by: ChangedBy,
): Promise<RevisedEvent> {
  const changedBy = whoAndWhy(by);
  return revised(installation, await installation.store.revisions.void({ seq, changedBy }));
}

/** Takes the void of an event back. */
export async function unvoidEvent(
  installation: OpenInstallation,
  { event: seq }: { readonly event: number },
  by: ChangedBy,
): Promise<RevisedEvent> {
  const changedBy = whoAndWhy(by);
  return revised(installation, await installation.store.revisions.unvoid({ seq, changedBy }));
}

/** Puts other data in place of an event's: what a file of its flow could carry, or what its schema allows. */
export async function correctEvent(
  installation: OpenInstallation,
  { event: seq, data }: { readonly event: number; readonly data: unknown },
  by: ChangedBy,
): Promise<RevisedEvent> {
  const changedBy = whoAndWhy(by);
  const { store } = installation;
  const catalogue = await installation.catalogue();
  const definitions = await installation.definitions();
  const checked = await correctedData({ store, catalogue, definitions }, seq, data);
  return revised(installation, await store.revisions.correct({ seq, data: checked, changedBy }));
}

async function revised(installation: OpenInstallation, mended: Mended): Promise<RevisedEvent> {
  const { processType, key } = mended.event;
  const definition = (await installation.definitions()).get(processType);
  if (definition === undefined) return { ...mended, definition, verdicts: [] };
  const { store } = installation;
  const ordered = await store.events.ofProcess({ processType, key });
  const judged = await store.actions.judged({ processType, key });
  return { ...mended, definition, verdicts: verdictChanges(definition, key, ordered, judged) };
}
