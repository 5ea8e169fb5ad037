import { z } from "zod";
import { flowReference } from "../flow-settings-schema.ts";
import { durationExpected, parseDuration } from "../quantity.ts";
import { resolveSecret, secretSource } from "../secret-source.ts";
import { quantity, text } from "../setting-types.ts";
import { isPrivate, plainOnlyPrivate, webUrl } from "./web-address.ts";
import { type WebhookChannel, webhookDefaults } from "./webhook-channel.ts";

const secretExpected =
  "where the secret is kept, such as { file: erp.secret }, or a list of two while it is being changed";
const fromExpected = "now, beginning, or the number of the event to begin with";
const batchExpected = "how many events at most are in one request, 1 to 1000";
const yesOrNo = z.boolean({ error: "true or false" });

/** Names of which any may be had; all where none are said. */
function anyOf(name: z.ZodType<string>, expected: string) {
  return z
    .array(name, { error: expected })
    .min(1, { error: "at least one; leave it out for all" })
    .nullable()
    .default(null);
}

/** A webhook that what happens is sent to. */
export const webhookChannel = z
  .strictObject({
    kind: z.literal("webhook"),
    direction: z.literal("out", { error: 'the word "out"' }).default("out"),
    url: webUrl,
    private: isPrivate,
    secret: z.union([secretSource, z.array(secretSource).min(1).max(2)], { error: secretExpected }),
    events: anyOf(text("a type of event"), "a list of types of event, such as [D0010_RECEIVED]"),
    flows: anyOf(
      z.string().regex(flowReference, { error: "a flow such as D0010" }),
      "a list of flows, such as [D0010]",
    ),
    processTypes: anyOf(text("a type of process"), "a list of types of process, such as [order]"),
    personal: yesOrNo.default(webhookDefaults.personal),
    full: yesOrNo.default(webhookDefaults.full),
    from: z
      .union(
        [
          z.enum(["now", "beginning"]),
          z.int({ error: fromExpected }).min(1, { error: fromExpected }),
        ],
        {
          error: fromExpected,
        },
      )
      .default(webhookDefaults.from),
    batch: z
      .int({ error: batchExpected })
      .min(1, { error: batchExpected })
      .max(1_000, { error: batchExpected })
      .default(webhookDefaults.batch),
    answerWithin: quantity(parseDuration, durationExpected, 100).default(webhookDefaults.answerMs),
  })
  .superRefine((given, context) => {
    plainOnlyPrivate(given, context);
    if (!given.full || given.personal) return;
    const message =
      "false, or `personal: true` beside it: all of an event says much of persons, whom the receiver must be allowed to know of";
    context.addIssue({ code: "custom", path: ["full"], message });
  });

/** What `busbar.yaml` says of a webhook. */
export type WebhookSettings = z.output<typeof webhookChannel>;

/** The channel, its paths made absolute from the configuration's folder. */
export function resolveWebhook(
  name: string,
  settings: WebhookSettings,
  folder: string,
): WebhookChannel {
  const { secret, from, answerWithin, ...rest } = settings;
  return {
    ...rest,
    name,
    secrets: [secret].flat().map((one) => resolveSecret(one, folder)),
    from: from === "now" ? from : { event: from === "beginning" ? 0 : from - 1, revision: 0 },
    answerMs: answerWithin,
  };
}
