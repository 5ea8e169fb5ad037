import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { type ActionInput, action } from "../../../src/core/define/action.ts";
import { command } from "../../../src/core/define/command.ts";
import { condition } from "../../../src/core/define/condition.ts";
import { defineProcess } from "../../../src/core/define/define-process.ts";
import { record, sendEmail } from "../../../src/core/define/effect.ts";
import {
  deadlineEvent,
  type EventOf,
  flowEvent,
  ownEvent,
} from "../../../src/core/define/event-type.ts";

/** What is said here is checked by the compiler: `npm run types` fails where one does not hold. */

interface Parcel {
  readonly weight: number;
}

const events = {
  WEIGHED: flowEvent<{ readonly grams: string }>("Weighed"),
  LABELLED: ownEvent("Labelled", z.object({ label: z.string() })),
  LATE: deadlineEvent("Late"),
};
type On<Name extends keyof typeof events> = EventOf<typeof events, Name>;

function parcel() {
  return defineProcess({
    type: "parcel",
    version: 1,
    events,
    takes: {},
    begin: (): Parcel => ({ weight: 0 }),
    status: () => "fine",
  });
}

/** Never called: it only has to compile, or not to. */
function compiles(_work: () => void): void {
  expect(typeof _work).toBe("function");
}

describe("the compiler knows of handlers", () => {
  it("that an event's data is its type's", () => {
    parcel().on("WEIGHED", (state, event) => {
      expectTypeOf(event.data.grams).toBeString();
      expectTypeOf(event.type).toEqualTypeOf<"WEIGHED">();
      return state;
    });
    compiles(() => {
      // @ts-expect-error: the data of WEIGHED has no pounds
      parcel().on("WEIGHED", (_state, { data }) => ({ weight: Number(data.pounds) }));
    });
  });

  it("that there is no event of that name", () => {
    compiles(() => {
      // @ts-expect-error: it is called WEIGHED
      parcel().on("WEIGHTED", (state) => state);
    });
  });

  it("that they give the state", () => {
    compiles(() => {
      // @ts-expect-error: a weight is a number
      parcel().on("WEIGHED", (_state, { data }) => ({ weight: data.grams }));
      // @ts-expect-error: a fold waits for nothing
      parcel().on("WEIGHED", async (state) => state);
    });
  });

  it("that they are given state and event, no store and no clock", () => {
    compiles(() => {
      // @ts-expect-error: there is no third thing
      parcel().on("WEIGHED", (state, _event, _store) => state);
      // @ts-expect-error: nor for those of all other events
      parcel().onAny((state, _event, _now: number) => state);
    });
  });

  it("that the state is not for changing", () => {
    parcel().on("WEIGHED", (state) => {
      // @ts-expect-error: a new state is made
      state.weight = 1;
      return state;
    });
  });
});

describe("the compiler knows of actions", () => {
  const readsLabel = action("read label", ({ event }: ActionInput<Parcel, On<"LABELLED">>) =>
    sendEmail({ to: "a@example.test", subject: event.data.label, text: "" }),
  );

  it("which events they fit", () => {
    parcel().act("LABELLED", readsLabel);
    compiles(() => {
      // @ts-expect-error: it reads the label, and WEIGHED has none
      parcel().act("WEIGHED", readsLabel);
      // @ts-expect-error: nor may it be offered as undoing one of WEIGHED's
      parcel().offer("WEIGHED", readsLabel);
    });
  });

  it("which state they fit", () => {
    const readsHeight = action(
      "read height",
      ({ state }: ActionInput<{ height: number }, unknown>) =>
        record("LABELLED", { label: String(state.height) }),
    );
    compiles(() => {
      // @ts-expect-error: a parcel has no height
      parcel().act("WEIGHED", readsHeight);
    });
  });

  it("which events may follow, and with which data", () => {
    type Input = ActionInput<Parcel, unknown>;
    const input = (run: (input: Input) => void) => run;
    expect(input).toBeTypeOf("function");
    parcel().act(
      "WEIGHED",
      action("label", (_: Input) => record("LABELLED", { label: "x" })),
    );
    compiles(() => {
      const unknown = action("a", (_: Input) => record("LABELED", { label: "x" }));
      // @ts-expect-error: it is called LABELLED
      parcel().act("WEIGHED", unknown);
      const wrong = action("b", (_: Input) => record("LABELLED", { label: 1 }));
      // @ts-expect-error: a label is text
      parcel().act("WEIGHED", wrong);
      const brought = action("c", (_: Input) => record("WEIGHED", { grams: "1" }));
      // @ts-expect-error: only a message brings WEIGHED
      parcel().act("WEIGHED", brought);
    });
  });

  it("which conditions they may have", () => {
    const isHeavy = condition(
      "is heavy",
      ({ weight }: Parcel) => ({ weight }),
      ({ weight }) => weight > 100,
    );
    const hasLabel = condition(
      "has a label",
      (_: Parcel, { data }: On<"LABELLED">) => ({ label: data.label }),
      ({ label }) => label !== "",
    );
    parcel().act("LABELLED", readsLabel, isHeavy, hasLabel);
    compiles(() => {
      const label = action("d", (_: ActionInput<Parcel, unknown>) => []);
      // @ts-expect-error: WEIGHED has no label to look at
      parcel().act("WEIGHED", label, hasLabel);
      condition(
        "is fresh",
        ({ weight }: Parcel) => ({ weight }),
        // @ts-expect-error: the question sees what was looked at, and that is the weight
        ({ height }) => height > 1,
      );
    });
  });
});

describe("the compiler knows of commands", () => {
  it("what data they take, what they may record and how they are called", () => {
    const outline = {
      type: "parcel",
      version: 1,
      events,
      takes: {},
      begin: (): Parcel => ({ weight: 0 }),
      status: () => "fine",
    };
    const data = z.object({ label: z.string() });
    const about = "Labels it.";
    const good = command({
      name: "do_label",
      about,
      data,
      decide: (_: Parcel, said) => record("LABELLED", said),
    });
    expect(defineProcess({ ...outline, commands: [good] }).commands.has("do_label")).toBe(true);
    compiles(() => {
      const decide = (_: Parcel) => record("LATE", { dueAt: 1, anchor: "" });
      const late = command({ name: "do_late", about, data, decide });
      // @ts-expect-error: only a deadline becomes LATE
      defineProcess({ ...outline, commands: [late] });
      // @ts-expect-error: what people ask is called do_…
      command({ name: "label", about, data, decide: (_: Parcel) => [] });
    });
  });
});
