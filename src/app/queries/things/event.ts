import { notFound } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { eventNamesOf } from "../../asked/event-name.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type EventDetailView, viewConsequence, viewListedEvent } from "../../views/event-view.ts";

/** All that is known of an event: its data, its revisions, and what was done because of it. Rejects with a refusal when there is none. */
export async function showEvent(
  of: OpenInstallation,
  { event: seq }: { readonly event: number },
): Promise<EventDetailView> {
  const { store } = of;
  const event = await store.events.get(seq);
  if (event === null)
    throw notFound(
      `event ${seq}`,
      advice("`{}` shows those there are", { remedy: "list", of: "event" }),
    );
  const revisions = await store.revisions.list(seq);
  const consequences = await store.actions.ofEvent(seq);
  const definition = (await of.definitions()).get(event.processType);
  return {
    ...viewListedEvent(event, await eventNamesOf(of), revisions),
    actions: consequences.map((one) => viewConsequence(one, definition)),
  };
}
