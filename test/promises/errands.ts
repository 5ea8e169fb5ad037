import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { action } from "../../src/core/define/action.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { record, sendEmail } from "../../src/core/define/effect.ts";
import { flowEvent, ownEvent } from "../../src/core/define/event-type.ts";
import { handle, ignored, opens } from "../../src/core/define/take.ts";
import type { FoldedEvent } from "../../src/core/event/event.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { mpan } from "./flow-files.ts";

/** What goes wrong with the errands of some keys; all others go well. */
export const troubled = {
  routing: mpan(666_001),
  folding: mpan(666_002),
  acting: mpan(666_003),
  hanging: mpan(666_004),
};

const empty = z.object({});

const events = {
  D0010_RECEIVED: flowEvent<object>("Errand received"),
  ERRAND_NOTED: ownEvent("Errand noted", empty),
  ERRAND_CHECKED: ownEvent("Errand checked", z.object({ checkedAt: z.number() })),
  ERRAND_FETCHED: ownEvent("Errand fetched", empty),
  ERRAND_CONFIRMED: ownEvent("Errand confirmed", empty),
};

interface Errand {
  readonly key: string;
  readonly told: readonly string[];
}

const note = action("note", ({ key, now }) => {
  if (key === troubled.acting) throw new Error("no pencil");
  return [record("ERRAND_NOTED", {}), record("ERRAND_CHECKED", { checkedAt: now })];
});

/** On another process than its own. */
const tell = action("tell", async ({ key }) => {
  await setTimeout(Math.random() * 5);
  if (key === troubled.hanging) await new Promise(() => {});
  const process = { type: "errand-book", key: key.slice(-2) };
  return [{ ...record("ERRAND_TOLD", { key }), process } as never];
});

/** Fails now and then, and is tried again. */
const fetchIt = action("fetch", async () => {
  await setTimeout(Math.random() * 3);
  if (Math.random() < 0.3) throw new Error("nobody at home");
  return record("ERRAND_FETCHED", {});
});

const mail = action("mail", ({ key }) =>
  sendEmail({ to: "someone@example.com", subject: `Errand ${key}`, text: "It is done." }),
);

const confirm = action("confirm", () => record("ERRAND_CONFIRMED", {}));

/** The name of each action that follows from one message. */
export const errandActions = ["confirm", "fetch", "mail", "note", "tell"];

/** An errand for each message of a D0010, with actions of every sort. */
const errand = defineProcess({
  type: "errand",
  version: 1,
  events,
  takes: {
    D0010: handle(({ subjectKey }) => {
      if (subjectKey === troubled.routing) throw new Error("no such street");
      return subjectKey === null ? ignored : opens(subjectKey, "D0010_RECEIVED");
    }),
  },
  begin: (key): Errand => ({ key, told: [] }),
  status: ({ told }) => `${told.length} told`,
})
  .onAny((state, { type }: FoldedEvent) => {
    if (state.key === troubled.folding) throw new Error("illegible");
    return { ...state, told: [...state.told, type] };
  })
  .act("D0010_RECEIVED", note)
  .act("D0010_RECEIVED", tell)
  .act("D0010_RECEIVED", fetchIt)
  .act("D0010_RECEIVED", mail)
  .act("ERRAND_NOTED", confirm);

/** What was told, by the last two digits of its key. */
const errandBook = defineProcess({
  type: "errand-book",
  version: 1,
  events: { ERRAND_TOLD: ownEvent("Errand told", z.object({ key: z.string() })) },
  takes: {},
  begin: () => ({ keys: [] as readonly string[] }),
  status: ({ keys }) => `${keys.length} told`,
}).on("ERRAND_TOLD", ({ keys }, { data }) => ({ keys: [...keys, data.key] }));

/** Both types of process. */
export const errands: readonly ProcessDefinition[] = [errand, errandBook];
