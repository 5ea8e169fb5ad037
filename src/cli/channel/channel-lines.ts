import type { ShownChannel } from "../../app/views/channel-view.ts";
import type {
  ChannelState,
  ChannelStatus,
  ServerStatus,
  StatusList,
} from "../../intake/channel/channel-status.ts";
import { ago } from "../../runtime/local-time.ts";
import { oneLine, visible } from "../output.ts";
import { troubleText } from "./outbound-lines.ts";

/** A channel in words: how it is, what keeps it from working, and what waits. */
export function channelLines(channel: ShownChannel, at: number): string[] {
  const { name, path, now, sending } = channel;
  if (sending !== null) {
    const tried = sending.triedAt === null ? "not tried yet" : `tried ${ago(sending.triedAt, at)}`;
    return [`  ${name}: ${sending.state}, ${tried}, ${visible(path)}`, ...sendingTrouble(channel)];
  }
  if (now === null) return [`  ${name}: ${visible(path)}`];
  const listed =
    now.lastListingAt === null ? "not listed yet" : `last listed ${ago(now.lastListingAt, at)}`;
  return [
    `  ${name}: ${now.state}, ${listed}, ${visible(path)}`,
    ...(now.problem === null ? [] : [`    ${oneLine(now.problem)}`]),
    ...(now.server === undefined ? [] : retryLines(now, now.server, at)),
    ...listLines("waiting", now.waiting),
    ...listLines("in trouble", now.troubled),
    ...listLines("not taken", now.ignored),
  ];
}

/** What keeps a channel that files leave by from working; nothing when nothing does. */
export function sendingTrouble({ name, sending }: ShownChannel): string[] {
  const trouble = sending === null ? null : troubleText(sending);
  return trouble === null ? [] : [`  ${name}: ${trouble}`];
}

function retryLines(
  { name, state }: Pick<ChannelStatus, "name" | "state">,
  { retryAt, failures }: ServerStatus,
  at: number,
): string[] {
  if (retryAt === null) return [];
  const times = failures === 1 ? "once" : `${failures} times in a row`;
  return [`    it failed ${times}; ${retryText(name, state, retryAt - at)}`];
}

/** When the server is tried again. One whose channel does not go on is not, whatever time has passed. */
function retryText(name: string, state: ChannelState, inMs: number): string {
  if (state === "on-hold" || state === "waiting") return "tried again when the channel goes on";
  const seconds = Math.round(inMs / 1000);
  if (seconds <= 0) return "being tried again now";
  return `tried again in ${seconds} s, or now by: busbar channel poll ${name}`;
}

/** What a partner's server is, as it showed itself. */
export function serverLines({ card, isConnected, entries, kept }: ServerStatus): string[] {
  const keptText = kept === 0 ? "" : `, ${kept} of them recorded and kept there`;
  const lines = [`  entries in its folder: ${entries}${keptText}`];
  if (card === null) return ["  no connection came about yet", ...lines];
  const can = [
    card.canSync ? "flush a file to its disk" : null,
    card.canReplace ? "rename over a file" : null,
    card.canTellSpace ? "tell the room on its disk" : null,
  ].filter((word) => word !== null);
  return [
    `  ${isConnected ? "connected to" : "not connected now; last"} ${visible(card.software || "a server that does not name itself")}`,
    `  host key: ${card.hostKey.type} ${card.hostKey.fingerprint}`,
    `  agreed on: ${card.algorithms}`,
    `  it can ${can.length === 0 ? "do no more than the protocol asks for" : can.join(", ")}`,
    ...lines,
  ];
}

/** At most this many of each, for people. */
const shownEntries = 5;

function listLines(what: string, list: StatusList): string[] {
  if (list.count === 0) return [];
  const shown = list.entries.slice(0, shownEntries);
  const more = list.count - shown.length;
  return [
    `    ${list.count} ${what}`,
    ...shown.map(({ name, reason }) => `      ${visible(name)}: ${oneLine(reason)}`),
    ...(more > 0 ? [`      and ${more} more: --json shows more of them`] : []),
  ];
}
