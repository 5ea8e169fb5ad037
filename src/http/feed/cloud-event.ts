import { z } from "zod";
import { eventView } from "../../app/views/event-view.ts";
import { recordedType, revisionTypes } from "../../outbound/feed/cloud-event.ts";

/** What happened, as CloudEvents 1.0 has it: thin, with where the rest is, unless all of it is asked for. */
export const cloudEventView = z.strictObject({
  specversion: z.literal("1.0"),
  /** Its place in the feed, from which on more is asked for; one for ever. */
  id: z.string(),
  /** The store. */
  source: z.string(),
  type: z.enum([recordedType, ...Object.values(revisionTypes)]),
  subject: z.string(),
  /** When it happened; of what was said of an event, when that was. */
  time: z.string(),
  recordedtime: z.string(),
  datacontenttype: z.literal("application/json"),
  /** Where all of it is. */
  dataref: z.string(),
  data: z.strictObject({
    event: z.int(),
    type: z.string(),
    processType: z.string(),
    flow: z.string().nullable(),
    file: z.int().nullable(),
    void: z.boolean(),
    /** Who said it of the event, and why; only of what was said of one. */
    actor: z.string().optional(),
    reason: z.string().optional(),
    /** The event as it is now, where all of it is asked for. */
    full: eventView.optional(),
  }),
});
