import type { Remedy } from "../../core/stuck/remedy.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import type { Store } from "../../store/port/store.ts";
import { plain } from "./sentence.ts";
import type { Story } from "./story.ts";

/** How a file that is not in the store is at its channel. */
export const notTakenStates = ["waiting", "troubled", "ignored", "fetching"] as const;

/** A file that a channel knows of and that is not in the store, or not finished with. */
export interface NotTaken {
  readonly channel: string;
  readonly name: string;
  readonly state: (typeof notTakenStates)[number];
  /** What keeps it. */
  readonly reason: string;
  /** Milliseconds since 1970; null when it was not noted. */
  readonly since: number | null;
  /** What keeps the channel as a whole from working; null when nothing does. */
  readonly problem: string | null;
}

/** A channel's folder at a partner. */
export interface PartnerPlace {
  readonly channel: string;
  readonly place: string;
}

/** The files that channels say they do not take now, or cannot finish, whose names are meant. */
export function listedByChannels(
  channels: readonly ChannelStatus[],
  isMeant: (name: string) => boolean,
): NotTaken[] {
  return channels.flatMap((channel) =>
    (["troubled", "waiting", "ignored"] as const).flatMap((state) =>
      channel[state].entries
        .filter(({ name }) => isMeant(name))
        .map(({ name, since, reason }) => ({
          channel: channel.name,
          name,
          state,
          reason,
          since,
          problem: channel.problem,
        })),
    ),
  );
}

/** How many files channels count beyond those that they name. */
export function unnamedByChannels(channels: readonly ChannelStatus[]): number {
  return channels
    .flatMap(({ waiting, troubled, ignored }) => [waiting, troubled, ignored])
    .reduce((sum, { count, entries }) => sum + count - entries.length, 0);
}

/** The files of that name at partners that the store notes as being fetched, and not as recorded. */
export async function beingFetched(
  store: Pick<Store, "remoteFiles">,
  places: readonly PartnerPlace[],
  name: string,
): Promise<NotTaken[]> {
  const found: NotTaken[] = [];
  for (const { channel, place } of places) {
    const row = (await store.remoteFiles.known({ place, names: [name] })).get(name);
    if (row === undefined || row.recorded !== null) continue;
    const reason = `it was about to be fetched from ${place}, and is not recorded; that is done again at the next look`;
    found.push({ channel, name, state: "fetching", reason, since: null, problem: null });
  }
  return found;
}

/** The story of a file that is not taken: what keeps it, and what a person may do. */
export function storyOfNotTaken(file: NotTaken, moment: (at: number) => string): Story {
  const { channel, name, state, reason, since, problem } = file;
  return {
    item: plain(`${name} at channel ${channel}`),
    said: plain(stateWords[state]),
    notes: [
      reason,
      ...(since === null ? [] : [`like this since ${moment(since)}`]),
      ...(problem === null ? [] : [`the channel: ${problem}`]),
    ].map(plain),
    because: [],
    ledTo: [],
    more: 0,
    goOn: goOnWith(file),
  };
}

const stateWords: Readonly<Record<NotTaken["state"], string>> = {
  waiting: "not taken yet; it will be taken automatically",
  troubled: "it cannot be taken or finished for now; it is retried automatically",
  ignored: "passed over, it is not taken while it is like this",
  fetching: "it is being fetched",
};

function goOnWith({ channel, state }: NotTaken): Remedy[] {
  const show: Remedy = { remedy: "show-channel", channel };
  return state === "ignored" ? [show] : [show, { remedy: "poll-channel", channel }];
}

/** One story of files that are not taken: of a single one its own. */
export function storyOfAllNotTaken(
  text: string,
  files: readonly NotTaken[],
  moment: (at: number) => string,
): Story | null {
  const stories = files.map((file) => storyOfNotTaken(file, moment));
  const [first, ...others] = stories;
  if (first === undefined || others.length === 0) return first ?? null;
  return {
    item: plain(text),
    said: plain(`${stories.length} files that are not in the store`),
    notes: [],
    because: [],
    ledTo: stories,
    more: 0,
    goOn: stories.flatMap(({ goOn }) => goOn),
  };
}
