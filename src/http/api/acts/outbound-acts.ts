import { z } from "zod";
import {
  decideMessage,
  decideOutbound,
  resendOutbound,
} from "../../../app/commands/outbound/decide-outbound.ts";
import { numberOutbound } from "../../../app/commands/outbound/number-outbound.ts";
import {
  decidedMessageView,
  movedSeriesView,
  outboundView,
  viewOutbound,
} from "../../../app/views/outbound-view.ts";
import { partyView } from "../../../app/views/parts.ts";
import { type ActRoute, act } from "../act-route.ts";
import { idText, wordText } from "../parameters.ts";

const tag = "Outbound";

/** What can be done with what is sent. */
export const outboundActs: readonly ActRoute[] = [
  act("/outbound/{outbound}/decisions", {
    tag,
    summary: "Holds, releases, retries, cancels or confirms an outbound file or e-mail.",
    input: { outbound: idText },
    body: { decision: z.enum(["hold", "release", "retry", "cancel", "confirm"]) },
    answer: outboundView,
    run: async (of, { outbound, decision }, { changedBy }) =>
      viewOutbound(await decideOutbound(of, { outbound, decision }, changedBy)),
  }),
  act("/outbound/{outbound}/resendings", {
    tag,
    summary:
      "Makes a new file or e-mail of what was in another, by the configuration as it is now.",
    input: { outbound: idText },
    answer: outboundView,
    status: 201,
    run: async (of, { outbound }, { changedBy }) =>
      viewOutbound((await resendOutbound(of, { outbound }, changedBy)).file),
  }),
  act("/outbound-messages/{message}/decisions", {
    tag,
    summary: "Retries or cancels a message that is in no file yet.",
    input: { message: idText },
    body: { decision: z.enum(["retry", "cancel"]) },
    answer: decidedMessageView,
    run: async (of, { message, decision }, { changedBy }) => {
      await decideMessage(of, { message, decision }, changedBy);
      return { message, decision };
    },
  }),
  act("/channels/{channel}/numbers", {
    tag,
    summary: "Moves the numbers of a channel's files on; those between are skipped.",
    input: { channel: wordText },
    body: { next: z.int().positive(), flow: z.string().optional(), to: partyView.optional() },
    answer: movedSeriesView,
    run: (of, { channel, next, flow, to }, { changedBy }) => {
      const given = { channel, next, ...(flow && { flow }), ...(to && { to }) };
      return numberOutbound(of, given, changedBy);
    },
  }),
];
