import { z } from "zod";
import { seeChannel, seeChannels } from "../../../app/queries/channels/channels.ts";
import { listOutbound } from "../../../app/queries/lists/outbound-files.ts";
import { listWaiting } from "../../../app/queries/lists/waiting-messages.ts";
import { showOutbound } from "../../../app/queries/things/outbound.ts";
import {
  channelDetailView,
  channelView,
  viewChannel,
  viewChannelDetail,
} from "../../../app/views/channel-view.ts";
import {
  listedOutboundView,
  outboundDetailView,
  outboundState,
  waitingMessageView,
} from "../../../app/views/outbound-view.ts";
import { list } from "../../../app/views/parts.ts";
import { machineClock } from "../../../runtime/clock.ts";
import { listRoute } from "../list-route.ts";
import { envelopeInput, idText, wordText } from "../parameters.ts";
import { type ReadRoute, read } from "../route.ts";

/** What can be read of what is sent, and of channels. */
export const sentRoutes: readonly ReadRoute[] = [
  listRoute("/outbound", {
    tag: "Outbound",
    summary: "Outbound files and e-mails, the newest page first.",
    filters: { ...envelopeInput, state: outboundState.optional(), channel: wordText.optional() },
    item: listedOutboundView,
    query: listOutbound,
  }),
  read("/outbound/{outbound}", {
    tag: "Outbound",
    summary: "All that is known of an outbound file or e-mail, with its journal.",
    input: { outbound: idText },
    answer: outboundDetailView,
    run: (of, { outbound }) => showOutbound(of, { outbound }),
  }),
  listRoute("/outbound-messages", {
    tag: "Outbound",
    summary: "Messages that are in no file yet: the queues, in their order.",
    filters: {},
    item: waitingMessageView,
    query: listWaiting,
  }),
  read("/channels", {
    tag: "Channels",
    summary: "Every channel as configured, and as the daemon says it is.",
    answer: z.strictObject({ items: list(channelView) }),
    run: async (of) => {
      const { channels } = await seeChannels(of, machineClock.wall());
      return { items: channels.map(viewChannel) };
    },
  }),
  read("/channels/{channel}", {
    tag: "Channels",
    summary: "A channel, with what is out of order in its senders' sequences.",
    input: { channel: wordText },
    answer: channelDetailView,
    run: async (of, { channel: name }) => {
      const { channel, sequence } = await seeChannel(of, name, machineClock.wall());
      return viewChannelDetail(channel, sequence);
    },
  }),
];
