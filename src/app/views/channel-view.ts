import { z } from "zod";
import type { FileRecord } from "../../core/file/file.ts";
import type { OutboundCount } from "../../core/outbound/outbound.ts";
import { cappedCounts } from "../../core/text/capped-count.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import type {
  ChannelStatus,
  ServerStatus,
  StatusList,
} from "../../intake/channel/channel-status.ts";
import type { OutboundChannelStatus } from "../../outbound/deliver/outbound-status.ts";
import type { SequenceGap } from "../../store/port/expected/gap-store.ts";
import { capped, count, id, list, moment } from "./parts.ts";

/** Entries of an inbox with their number; `entries` may be cut short. */
export const statusListView = z.strictObject({
  count,
  entries: list(z.strictObject({ name: z.string(), since: moment.nullable(), reason: z.string() })),
});

const noEntries: StatusList = { count: 0, entries: [] };

/** Entries of an inbox for programs. */
export function viewStatusList(entries: StatusList = noEntries): z.infer<typeof statusListView> {
  return {
    count: entries.count,
    entries: entries.entries.map(({ name, since, reason }) => ({
      name,
      since: utcTimeOrNull(since),
      reason,
    })),
  };
}

/** A partner's server as its channel sees it. */
const serverView = z.strictObject({
  card: z
    .strictObject({
      software: z.string(),
      hostKey: z.strictObject({ type: z.string(), fingerprint: z.string() }),
      algorithms: z.string(),
      extensions: list(z.string()),
      canSync: z.boolean(),
      canReplace: z.boolean(),
      canTellSpace: z.boolean(),
    })
    .nullable(),
  isConnected: z.boolean(),
  failures: count,
  retryAt: moment.nullable(),
  entries: count,
  kept: count,
});

/** What every channel is: `path` is where it leads, a folder or `host:port`. */
const channelPart = { name: z.string(), kind: z.string(), path: z.string() };

/** What a channel does not say of itself: `stopped` where no daemon runs, `unknown` where it does not answer. */
const silentStates = ["stopped", "unknown"] as const;

/** A channel that files come in by. */
export const inboundChannelView = z.strictObject({
  ...channelPart,
  direction: z.literal("in"),
  state: z.enum([
    "watching",
    "vanished",
    "waiting",
    "refused",
    "failing",
    "on-hold",
    "unreachable",
    ...silentStates,
  ]),
  problem: z.string().nullable(),
  lastListingAt: moment.nullable(),
  recorded: count,
  countedSince: moment.nullable(),
  waiting: statusListView,
  ignored: statusListView,
  troubled: statusListView,
  server: serverView.optional(),
  daemon: z.string().optional(),
});

/** A channel that files or e-mails leave by. */
const outboundChannelView = z.strictObject({
  ...channelPart,
  direction: z.literal("out"),
  state: z.enum(["working", "failing", "waiting", "on-hold", ...silentStates]),
  problem: z.string().nullable(),
  retryAt: moment.nullable(),
  triedAt: moment.nullable(),
  countedSince: moment.nullable(),
  delivered: count,
  deliveredAt: moment.nullable(),
  daemon: z.string().optional(),
});

/** A channel of either direction. */
export const channelView = z.discriminatedUnion("direction", [
  inboundChannelView,
  outboundChannelView,
]);

/** A channel as views give it. */
export type ChannelView = z.infer<typeof channelView>;

/** How a channel that files leave by is: `failing` where it can be used and its last file failed. */
export type ShownSending = Omit<OutboundChannelStatus, "state"> & {
  readonly state: OutboundChannelStatus["state"] | "failing";
};

/** A channel as configured, and as the running daemon says it is; null when none runs. */
export interface ShownChannel {
  readonly name: string;
  readonly kind: string;
  readonly direction: "in" | "out";
  readonly path: string;
  readonly now: ChannelStatus | null;
  /** Of one that files leave by: the same. */
  readonly sending: ShownSending | null;
  /** What is known of it when it does not say. */
  readonly otherwise: (typeof silentStates)[number];
}

/** A channel for programs. */
export function viewChannel(channel: ShownChannel): ChannelView {
  return channel.direction === "in" ? viewInbound(channel) : viewOutboundChannel(channel);
}

/** An inbound channel for programs. */
export function viewInbound(channel: ShownChannel): z.infer<typeof inboundChannelView> {
  const { name, kind, path, now, otherwise } = channel;
  return {
    name,
    kind,
    direction: "in",
    path,
    state: now?.state ?? otherwise,
    problem: now?.problem ?? null,
    lastListingAt: utcTimeOrNull(now?.lastListingAt),
    recorded: now?.recorded ?? 0,
    countedSince: utcTimeOrNull(now?.countedSince),
    waiting: viewStatusList(now?.waiting),
    ignored: viewStatusList(now?.ignored),
    troubled: viewStatusList(now?.troubled),
    ...(now?.server && { server: viewServer(now.server) }),
    ...(now?.daemon && { daemon: now.daemon }),
  };
}

function viewOutboundChannel(channel: ShownChannel): z.infer<typeof outboundChannelView> {
  const { name, kind, path, sending, otherwise } = channel;
  return {
    name,
    kind,
    direction: "out",
    path,
    state: sending?.state ?? otherwise,
    problem: sending?.problem ?? null,
    retryAt: utcTimeOrNull(sending?.retryAt),
    triedAt: utcTimeOrNull(sending?.triedAt),
    countedSince: utcTimeOrNull(sending?.countedSince),
    delivered: sending?.delivered ?? 0,
    deliveredAt: utcTimeOrNull(sending?.deliveredAt),
    ...(sending?.daemon && { daemon: sending.daemon }),
  };
}

function viewServer(server: ServerStatus): z.infer<typeof serverView> {
  return { ...server, retryAt: utcTimeOrNull(server.retryAt) };
}

/** An outbound channel with how many files are in which state; `path` is null for one that is configured no longer. */
export const outboundTotalsView = outboundChannelView.extend({
  kind: z.string().nullable(),
  path: z.string().nullable(),
  files: z.record(z.string(), count),
  capped,
});

/** An outbound channel as configured, as the running daemon says, and what the store has for it. */
export interface ShownOutbound {
  readonly name: string;
  /** Null for one that is configured no longer and still has something to send. */
  readonly channel: ShownChannel | null;
  readonly counts: readonly OutboundCount[];
}

/** An outbound channel with its files by state, for programs. */
export function viewOutboundTotals(shown: ShownOutbound): z.infer<typeof outboundTotalsView> {
  const { name, channel, counts } = shown;
  const gone = { name, kind: "", direction: "out", path: "", now: null, sending: null } as const;
  const view = viewOutboundChannel(channel ?? { ...gone, otherwise: "stopped" });
  const { counts: files, capped: beyond } = cappedCounts(
    Object.fromEntries(counts.map((one) => [one.state, one.files])),
  );
  return {
    ...view,
    kind: channel?.kind ?? null,
    path: channel?.path ?? null,
    files,
    ...(beyond.length > 0 && { capped: beyond }),
  };
}

/** What is out of order in the file numbers of the senders of a channel. */
export const sequenceView = z.strictObject({
  missing: list(
    z.strictObject({
      id,
      sender: z.string(),
      flow: z.string(),
      from: z.int(),
      to: z.int(),
      since: moment,
      givesUpAt: moment,
      channel: z.string(),
    }),
  ),
  overtaken: list(z.strictObject({ file: id, name: z.string(), recordedAt: moment })),
});

/** What is out of order in the sequences of the senders of a channel. */
export interface ChannelSequence {
  readonly missing: readonly SequenceGap[];
  /** Among the channel's newest files. */
  readonly overtaken: readonly FileRecord[];
}

/** Missing and overtaken numbers, for programs. */
export function viewSequence(sequence: ChannelSequence): z.infer<typeof sequenceView> {
  const { missing, overtaken } = sequence;
  return {
    missing: missing.map(({ since, givesUpAt, ...gap }) => ({
      ...gap,
      since: utcTime(since),
      givesUpAt: utcTime(givesUpAt),
    })),
    overtaken: overtaken.map(({ id: file, name, recordedAt }) => ({
      file,
      name,
      recordedAt: utcTime(recordedAt),
    })),
  };
}

/** A channel with what is out of order in its senders' sequences. */
export const channelDetailView = z.discriminatedUnion("direction", [
  inboundChannelView.extend(sequenceView.shape),
  outboundChannelView.extend(sequenceView.shape),
]);

/** A channel with its senders' sequences, for programs. */
export function viewChannelDetail(
  channel: ShownChannel,
  sequence: ChannelSequence,
): z.infer<typeof channelDetailView> {
  return { ...viewChannel(channel), ...viewSequence(sequence) };
}

/** One thing that a channel has to be able to do, and whether it can. */
export const channelCheckView = z.strictObject({
  where: z.string(),
  what: z.enum(["connect", "list", "read", "write", "rename", "delete"]),
  outcome: z.enum(["works", "fails", "untried"]),
  detail: z.string(),
});

/** A host key that a server shows, and whether the configuration pins it. */
export const hostKeyView = z.strictObject({
  host: z.string(),
  port: z.int(),
  type: z.string(),
  fingerprint: z.string(),
  key: z.string(),
  pinned: z.boolean(),
});
