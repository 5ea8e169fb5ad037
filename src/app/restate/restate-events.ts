import type { FileSelection } from "../../store/port/events/restatement-store.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";
import { askedFile } from "../asked/asked.ts";
import { whoAndWhy } from "../asked/who-asks.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { type RestateTally, restate } from "./restate.ts";

/** Which files are read again, and who hears of it. */
export interface RestateInput {
  readonly selection: FileSelection;
  /** Called with how many files are done. */
  readonly onFile?: (done: number) => void;
}

/** Reads kept bytes again with today's readers and appends what differs; null for who does it is a dry run. */
export async function restateEvents(
  installation: OpenInstallation,
  { selection, onFile }: RestateInput,
  by: ChangedBy | null,
): Promise<RestateTally> {
  const changedBy = by === null ? null : whoAndWhy(by);
  if (selection.file !== undefined) await askedFile(installation.store, selection.file);
  const recording = await installation.recording();
  const definitions = [...(await installation.definitions()).values()];
  return restate({ recording, definitions, changedBy }, selection, onFile);
}
