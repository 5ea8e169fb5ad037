import { z } from "zod";
import {
  correctEvent,
  type RevisedEvent,
  unvoidEvent,
  voidEvent,
} from "../../../app/commands/event/revise-event.ts";
import { changedEventView, viewChangedEvent } from "../../../app/views/event-view.ts";
import { type ActRoute, act } from "../act-route.ts";
import { idText } from "../parameters.ts";

const tag = "Events";
const input = { event: idText };
const answer = changedEventView;

/** What can be said of an event after it was recorded. */
export const eventActs: readonly ActRoute[] = [
  act("/events/{event}/voids", {
    tag,
    summary: "Declares an event void: processes fold as if it had not been recorded.",
    input,
    answer,
    run: async (of, { event }, { changedBy }) => viewed(await voidEvent(of, { event }, changedBy)),
  }),
  act("/events/{event}/unvoids", {
    tag,
    summary: "Takes the void of an event back.",
    input,
    answer,
    run: async (of, { event }, { changedBy }) =>
      viewed(await unvoidEvent(of, { event }, changedBy)),
  }),
  act("/events/{event}/corrections", {
    tag,
    summary: "Puts other data in place of an event's.",
    input,
    body: { data: z.unknown() },
    answer,
    run: async (of, { event, data }, { changedBy }) =>
      viewed(await correctEvent(of, { event, data }, changedBy)),
  }),
];

function viewed(revised: RevisedEvent) {
  return viewChangedEvent(revised, revised.definition, revised.verdicts);
}
