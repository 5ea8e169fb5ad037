import { z } from "zod";
import { action } from "../../src/core/define/action.ts";
import { command } from "../../src/core/define/command.ts";
import { condition } from "../../src/core/define/condition.ts";
import { deadline } from "../../src/core/define/deadline.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { record, refuse } from "../../src/core/define/effect.ts";
import { deadlineEvent, flowEvent, ownEvent } from "../../src/core/define/event-type.ts";
import { handle, ignored, opens } from "../../src/core/define/take.ts";

/** What a test's process knows of a meter point. */
export interface MeterWatch {
  readonly heard: number;
  readonly lastAt: number;
  readonly note: string | null;
  readonly overdue: boolean;
}

/** The mistake in `do_note`, until a test mends it. */
export const trouble = { isMended: false };

const weekMs = 7 * 86_400_000;

const Note = z.object({ text: z.string(), urgent: z.boolean() });

const heardAtMostTwice = condition(
  "heard at most twice",
  ({ heard }: MeterWatch) => ({ heard }),
  ({ heard }) => heard <= 2,
);

const nobodyTookNote = condition(
  "nobody took note",
  ({ note }: MeterWatch) => ({ note }),
  ({ note }) => note === null,
);

const events = {
  D0010_RECEIVED: flowEvent<object>("Meter Readings"),
  NOTED: ownEvent("Somebody took note", Note),
  OVERDUE: deadlineEvent("Nothing was heard for a week"),
};

const sayHello = action<MeterWatch, unknown, never>("say hello", () => [], {
  opposite: "say goodbye",
});
const askAround = action<MeterWatch, unknown, never>("ask around", () => []);
const sayGoodbye = action<MeterWatch, unknown, never>("say goodbye", () => []);

/** A process for tests: meter points that flows tell of, with actions, a deadline and commands. */
export const meterWatch = defineProcess({
  type: "meter-watch",
  version: 1,
  events,
  takes: {
    "*": handle(({ subjectKind, subjectKey, flow }) =>
      subjectKind === "mpan" && subjectKey !== null
        ? opens(subjectKey, `${flow}_RECEIVED`)
        : ignored,
    ),
  },
  begin: (): MeterWatch => ({ heard: 0, lastAt: 0, note: null, overdue: false }),
  status: ({ heard, overdue }) => (overdue ? "overdue" : heard === 0 ? "silent" : "heard"),
  deadlines: ({ heard, lastAt, note }) =>
    heard > 0 && note === null ? [deadline("OVERDUE", lastAt + weekMs)] : [],
  commands: [
    command({
      name: "do_note",
      about: "Takes note of a meter point.",
      data: Note,
      decide(state: MeterWatch, { text, urgent }) {
        if (state.note !== null) return refuse("NOTED_ALREADY", `It says "${state.note}" already.`);
        if (text === "boom" && !trouble.isMended) throw new Error("boom");
        return record("NOTED", { text, urgent });
      },
    }),
    command({
      name: "do_open_with_note",
      about: "Takes note of a meter point that nobody has heard of.",
      data: Note,
      opens: true,
      decide: (_state: MeterWatch, data) => [record("NOTED", data), record("NOTED", data)],
    }),
  ],
})
  .on("NOTED", (state, { data }) => ({ ...state, note: data.text }))
  .on("OVERDUE", (state) => ({ ...state, overdue: true }))
  .onAny((state, { occurredAt }) => ({
    ...state,
    heard: state.heard + 1,
    lastAt: occurredAt,
    overdue: false,
  }))
  .act("D0010_RECEIVED", sayHello, heardAtMostTwice, nobodyTookNote)
  .act("D0010_RECEIVED", askAround, nobodyTookNote)
  .act("OVERDUE", askAround)
  .act("NOTED", askAround)
  .offer("D0010_RECEIVED", sayGoodbye);
