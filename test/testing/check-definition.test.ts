import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { ownEvent } from "../../src/core/define/event-type.ts";
import type { FoldedEvent } from "../../src/core/event/event.ts";
import { checkDefinition } from "../../src/testing/check-definition.ts";
import { received } from "../processes/event-received.ts";

interface Counter {
  readonly total: number;
  readonly told: readonly string[];
}

const events = [1, 2, 3, 4].map((seq) =>
  received("D0010", { value: String(seq) }, { seq, occurredAt: seq * 1000, line: seq }),
);

/** A process whose only handler is the one given. */
function counting(fold: (state: Counter, event: FoldedEvent) => Counter, begin?: () => Counter) {
  return defineProcess({
    type: "counter",
    version: 1,
    events: { COUNTED: ownEvent("Counted", z.object({})) },
    takes: {},
    begin: begin ?? ((): Counter => ({ total: 0, told: [] })),
    status: ({ total }) => `${total} told`,
  }).onAny(fold);
}

const check = (definition: ReturnType<typeof counting>) => () =>
  checkDefinition(definition, "C-1", events);

describe("the check of a definition", () => {
  it("passes one that only folds, even where it changes its own state", () => {
    const told = ({ data }: FoldedEvent) => (data as { value: string }).value;
    check(
      counting((state, event) => ({
        total: state.total + 1,
        told: [...state.told, told(event)],
      })),
    )();
    check(
      counting((state, event) => {
        const own = state as { total: number; told: string[] };
        own.total += 1;
        own.told.push(told(event));
        return own;
      }),
    )();
  });

  it("finds a fold that reads the clock", () => {
    const definition = counting((state) => ({ ...state, total: Date.now() }));
    expect(check(definition)).toThrow(
      /^The process definition "counter" builds something else the second time: build\.state\.total: \d+ and \d+$/,
    );
  });

  it("finds a fold that rolls dice", () => {
    const definition = counting((state) => ({ ...state, total: state.total + Math.random() }));
    expect(check(definition)).toThrow("builds something else the second time");
  });

  it("finds a fold that remembers beside its state", () => {
    let seen = 0;
    const definition = counting((state) => {
      seen += 1;
      return { ...state, total: seen };
    });
    expect(check(definition)).toThrow("builds something else the second time");
  });

  it("finds a fold that changes what all processes begin with", () => {
    const shared: { total: number; told: string[] } = { total: 0, told: [] };
    const definition = counting(
      (state) => {
        shared.total += 1;
        return state;
      },
      () => shared,
    );
    expect(check(definition)).toThrow(
      "changes what it begins with, which other processes share: build.total: 4 and 0",
    );
  });

  it("finds a fold that goes by recording numbers", () => {
    const definition = counting((state, { seq }) => ({ ...state, total: seq }));
    expect(check(definition)).toThrow("depends on the order in which events arrive: build.state");
  });

  it("finds a state that is no plain JSON", () => {
    const definition = counting((state) => ({ ...state, told: [], at: new Date(0) }) as Counter);
    expect(check(definition)).toThrow(
      "has a state that is no plain JSON: state.at is a Date (keep it as an ISO text, or in milliseconds)",
    );
  });

  it("finds a fold that goes on otherwise from a state that was stored", () => {
    const marks = new WeakSet<object>();
    const definition = counting((state) => {
      const next = { ...state, total: marks.has(state) || state.total === 0 ? state.total + 1 : 0 };
      marks.add(next);
      return next;
    });
    expect(check(definition)).toThrow("when it goes on from event 1 of 4: build.state.total");
  });

  it("finds deadlines that move with the clock", () => {
    const definition = defineProcess({
      type: "counter",
      version: 1,
      events: {},
      takes: {},
      begin: () => ({}),
      status: () => "fine",
      deadlines: () => [{ eventType: "OVERDUE", dueAt: Date.now(), anchor: "" }],
    });
    expect(() => checkDefinition(definition, "C-1", events)).toThrow(
      "builds something else the second time: build.deadlines[0].dueAt",
    );
  });
});
