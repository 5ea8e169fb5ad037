import type { Envelope, Party } from "../../core/file/envelope.ts";
import type { StuckItem } from "../../core/stuck/stuck.ts";
import type { Store } from "../../store/port/store.ts";
import { type EnvelopeFilters, envelopeFilterOf } from "./filters.ts";

type Stores = Pick<Store, "actions" | "events" | "files" | "outbound">;

/** Whether a moment and an envelope fit what is asked; the envelope is only looked for where it is asked about. */
export async function fitsEnvelope(
  asked: EnvelopeFilters,
  at: number,
  envelope: () => Promise<Envelope | null>,
): Promise<boolean> {
  const { since, until, flow, sender, recipient } = envelopeFilterOf(asked);
  if (at < (since ?? at) || at > (until ?? at)) return false;
  if (flow === undefined && sender === undefined && recipient === undefined) return true;
  const found = await envelope();
  if (found === null) return false;
  return (flow ?? found.flow) === found.flow && is(found.from, sender) && is(found.to, recipient);
}

function is({ role, participant }: Party, asked: string | undefined): boolean {
  return (
    asked === undefined || participant === asked || `${role ?? ""}:${participant ?? ""}` === asked
  );
}

/** The envelope of the file that brought an event; null where none did. */
export async function envelopeOfEvent(
  { events, files }: Pick<Store, "events" | "files">,
  seq: number,
): Promise<Envelope | null> {
  const event = await events.get(seq);
  return event === null || event.file === null ? null : envelopeOfFile({ files }, event.file);
}

/** The envelope of the file that a stuck thing came with, that it is, or whose event it is because of. */
export async function envelopeOfStuck(
  store: Stores,
  { item, file, number }: Pick<StuckItem, "item" | "file" | "number">,
): Promise<Envelope | null> {
  if (file !== null) return envelopeOfFile(store, file);
  if (item === `outbound ${number}`) return (await store.outbound.get(number))?.envelope ?? null;
  if (item !== `action ${number}`) return null;
  const action = await store.actions.get(number);
  return action === null ? null : envelopeOfEvent(store, action.event);
}

async function envelopeOfFile(
  { files }: Pick<Store, "files">,
  id: number,
): Promise<Envelope | null> {
  return (await files.get(id))?.envelope ?? null;
}
