import { expect, test } from "vitest";
import type { RoutableMessage } from "../../src/core/event/route.ts";
import { routeBatch } from "../../src/intake/file/route.ts";

function message(id: number): RoutableMessage {
  return {
    id,
    file: 1,
    line: id,
    flow: "D0010",
    group: "026",
    fromRole: "D",
    fromParticipant: "DUMY",
    subjectKind: "mpan",
    subjectKey: "1200000000003",
    data: null,
  };
}

test("a definition that throws fails that message for its type and nothing else", () => {
  const batch = {
    file: 1,
    fromLine: 1,
    nextLine: null,
    messages: [message(1), message(2), message(3)],
  };
  const definitions = [
    {
      type: "fragile",
      route: ({ id }: RoutableMessage) => {
        if (id === 2) throw new TypeError("no such key");
        return { kind: "open" as const, key: String(id), eventType: "SEEN" };
      },
    },
    { type: "aloof", route: () => ({ kind: "ignore" as const }) },
    { type: "sturdy", route: () => ({ kind: "open" as const, key: "k", eventType: "SEEN" }) },
  ];
  const { events, failures } = routeBatch(batch, definitions);
  expect(events.map((event) => `${event.processType} ${event.message}`)).toEqual([
    "fragile 1",
    "sturdy 1",
    "sturdy 2",
    "fragile 3",
    "sturdy 3",
  ]);
  expect(failures).toEqual([
    { message: 2, processType: "fragile", error: "TypeError: no such key" },
  ]);
});
