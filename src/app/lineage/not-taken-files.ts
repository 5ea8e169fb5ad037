import { placeOf } from "../../config/channel/sftp-inbox.ts";
import { type Advice, advice } from "../../core/stuck/remedy.ts";
import type { ChannelStatus } from "../../intake/channel/channel-status.ts";
import { storeAt } from "../../store/open.ts";
import { type DaemonLook, lookAtDaemon } from "../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import { beingFetched, listedByChannels, type NotTaken, unnamedByChannels } from "./not-taken.ts";

/** What channels know of files that are not in the store. */
export class NotTakenFiles {
  readonly #of: Pick<OpenInstallation, "config" | "store">;
  readonly #look: DaemonLook;
  readonly #channels: readonly ChannelStatus[];

  private constructor(of: Pick<OpenInstallation, "config" | "store">, look: DaemonLook) {
    this.#of = of;
    this.#look = look;
    this.#channels = channelsOf(look);
  }

  /** As the daemon last reported them. */
  static async at(of: Pick<OpenInstallation, "config" | "store">): Promise<NotTakenFiles> {
    return new NotTakenFiles(of, await lookAtDaemon(storeAt(of.config.store), Date.now()));
  }

  /** Files that are called just what was typed: those that channels name, and those being fetched. */
  async called(text: string): Promise<NotTaken[]> {
    const { config, store } = this.#of;
    const listed = listedByChannels(this.#channels, (name) => name === text);
    const places = config.sftpInboxes
      .filter(({ name }) => listed.every(({ channel }) => channel !== name))
      .map((inbox) => ({ channel: inbox.name, place: placeOf(inbox) }));
    return [...listed, ...(await beingFetched(store, places, text))];
  }

  /** Files that channels name and whose names begin with a text. */
  beginningWith(text: string): NotTaken[] {
    return listedByChannels(this.#channels, (name) => name.startsWith(text));
  }

  /** Files that channels name, with a text anywhere in their names. */
  having(text: string): NotTaken[] {
    return listedByChannels(this.#channels, (name) => name.includes(text));
  }

  /** Why a file may be at a channel all the same, as the end of a sentence: nothing when it cannot be known. */
  doubt(): Advice | null {
    const status = { remedy: "show-status" } as const;
    if (this.#look.is !== "running")
      return advice("no daemon tells what is in inboxes: `{}` says how it is", status);
    const unnamed = unnamedByChannels(this.#channels);
    return unnamed === 0
      ? null
      : advice(
          `of what channels wait for or pass over, ${unnamed} are counted and not named, \`{}\` says where`,
          status,
        );
  }
}

function channelsOf(look: DaemonLook): readonly ChannelStatus[] {
  switch (look.is) {
    case "running":
      return look.status.channels;
    case "silent":
      return look.last?.channels ?? [];
    case "died":
      return look.last.channels;
    case "stopped":
      return [];
  }
}
