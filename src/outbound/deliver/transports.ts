import { ChannelError } from "../../channels/channel-error.ts";
import { FolderOutlet } from "../../channels/folder/folder-outlet.ts";
import { reachHttp } from "../../channels/http/http-request.ts";
import type { Outlet } from "../../channels/outlet.ts";
import { SftpOutlet } from "../../channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../channels/sftp/sftp-session.ts";
import { MailSession } from "../../channels/smtp/mail-session.ts";
import { type OutboundChannel, outboundDefaults } from "../../config/channel/outbound-channel.ts";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import { type WebhookChannel, webhookPlace } from "../../config/channel/webhook-channel.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import { webhookRound } from "../feed/webhook-round.ts";
import { deliverRound } from "./deliver-round.ts";
import type { DeliveryLoopContext, Transport } from "./delivery-loop.ts";
import { DroppedFiles } from "./dropped-files.ts";
import { mailRound } from "./mail-round.ts";

/** What transports work with. */
type CarrierContext = Pick<DeliveryLoopContext, "store" | "clock"> & {
  readonly onStep: OnCrashPoint;
};

/** How often an idle channel is looked at, so that its trouble is known before a file waits, in milliseconds. */
const reachEveryMs = 300_000;

/** A channel that files leave by, as its loop runs it. */
export function fileTransport(channel: OutboundChannel, context: CarrierContext): Transport {
  const { store, clock, onStep } = context;
  const session = channel.kind === "sftp" ? new SftpSession(channel.server) : null;
  const outlet: Outlet =
    session === null ? new FolderOutlet(channel) : new SftpOutlet(channel, session);
  const dropped = new DroppedFiles();
  const target = channel.kind === "sftp" ? `${channel.server.host}:${channel.path}` : channel.path;
  return {
    name: channel.name,
    kind: channel.kind,
    target,
    retry: channel.retry,
    round: (filter) => {
      if (filter.signal !== undefined) session?.stopWith(filter.signal);
      if (filter.isRetryNow) outlet.resetBackoff?.();
      const now = () => clock.wall();
      return deliverRound({ store, channel, outlet, dropped, ...filter, onStep, now });
    },
    reach: () => outlet.reach(),
    reachEveryMs,
    disconnect: async () => outlet.disconnect?.(),
  };
}

/** A mail server, as its loop runs it. */
export function mailTransport(channel: SmtpChannel, context: CarrierContext): Transport {
  const { store, clock, onStep } = context;
  const session = new MailSession(channel);
  return {
    name: channel.name,
    kind: channel.kind,
    target: `${channel.host}:${channel.port}`,
    retry: channel.retry,
    round: ({ flowsOnHold: _, ...filter }) =>
      mailRound({ store, channel, session, ...filter, onStep, now: () => clock.wall() }),
    reach: () => session.greet(),
    // Mail servers slow down those who come and send nothing.
    reachEveryMs: null,
    disconnect: () => session.disconnect(),
  };
}

/** A webhook, as its loop runs it; `fullEvent`: all of an event, for those who get that. */
export function webhookTransport(
  channel: WebhookChannel,
  {
    fullEvent,
    ...context
  }: CarrierContext & { readonly fullEvent: (event: EventRecord) => unknown },
): Transport {
  const { store, clock, onStep } = context;
  const { name, kind, url, private: allowsPrivate, answerMs: timeoutMs } = channel;
  const now = () => clock.wall();
  return {
    name,
    kind,
    target: webhookPlace(channel),
    retry: outboundDefaults.retry,
    round: (options) => webhookRound({ ...options, store, channel, fullEvent, onStep, now }),
    reach: async () => {
      const problem = await reachHttp({ url, allowsPrivate, timeoutMs });
      if (problem !== null) throw new ChannelError("unusable", problem);
    },
    reachEveryMs,
  };
}
