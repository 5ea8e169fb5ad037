import type { StoryNoun } from "../../core/stuck/nouns.ts";
import type { Store } from "../../store/port/store.ts";
import { plain } from "./sentence.ts";
import type { Formatter, Story } from "./story.ts";
import { stuckTold } from "./stuck-told.ts";
import { tellAction } from "./tell/action.ts";
import { tellCommand } from "./tell/command.ts";
import { tellDeadline } from "./tell/deadline.ts";
import { tellEvent } from "./tell/event.ts";
import { tellFile } from "./tell/file.ts";
import { tellMessage } from "./tell/message.ts";
import { tellOutbound } from "./tell/outbound.ts";
import { tellProcess } from "./tell/process.ts";
import { mostBeneath, nothing, type StuckTold, type Telling, type Way } from "./telling.ts";

/** How the lineage of each thing is traced. */
const tellers: Readonly<
  Record<StoryNoun, (told: Telling, id: number, way: Way) => Promise<Story | null>>
> = {
  file: tellFile,
  message: tellMessage,
  event: tellEvent,
  process: tellProcess,
  action: tellAction,
  command: tellCommand,
  deadline: tellDeadline,
  outbound: tellOutbound,
};

/** Tells the story of anything in a store, from the bytes it began with to all that it led to. */
export class LineageTracer implements Telling {
  readonly store: Store;
  readonly formatter: Formatter;
  /** What was traced: nothing is traced twice, and no story goes round in a circle. */
  readonly #told = new Set<string>();

  constructor(store: Store, formatter: Formatter) {
    this.store = store;
    this.formatter = formatter;
  }

  /** The story of a thing; null when the store has no such thing. Of a process, `id` is its number. */
  tell(noun: StoryNoun, id: number, way: Way = "both"): Promise<Story | null> {
    const item = `${noun} ${id}`;
    if (this.#told.has(item))
      return Promise.resolve({ ...nothing, item: plain(item), said: plain("shown above") });
    this.#told.add(item);
    return tellers[noun](this, id, way);
  }

  async all(noun: StoryNoun, ids: readonly number[], way: Way): Promise<Story[]> {
    const stories: Story[] = [];
    for (const id of ids.slice(0, mostBeneath)) {
      const story = await this.tell(noun, id, way);
      if (story !== null) stories.push(story);
    }
    return stories;
  }

  stuckOf(noun: StoryNoun, number: number): Promise<StuckTold> {
    return stuckTold(this.store, this.formatter, noun, number);
  }
}
