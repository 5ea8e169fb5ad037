import { expect, it } from "vitest";
import type { RoutableMessage } from "../../src/core/event/route.ts";
import { processDefinitions } from "../../src/processes/registry.ts";

const message: RoutableMessage = {
  id: 1,
  file: 1,
  line: 2,
  flow: "D0269",
  group: "DDD",
  fromRole: "D",
  fromParticipant: "UDMS",
  subjectKind: null,
  subjectKey: null,
  data: null,
};

function routes(message: RoutableMessage) {
  return processDefinitions.flatMap((definition) => {
    const route = definition.route(message);
    return route.kind === "open" ? [[definition.type, route.key, route.eventType]] : [];
  });
}

it("a message about a metering point becomes an event on that metering point alone", () => {
  expect(
    routes({ ...message, flow: "D0010", subjectKind: "mpan", subjectKey: "1200000000003" }),
  ).toEqual([["metering-point", "1200000000003", "D0010_RECEIVED"]]);
});

it("a message about nothing in particular becomes an event on its sender and flow alone", () => {
  expect(routes(message)).toEqual([["sender-flow", "D:UDMS:D0269", "D0269_RECEIVED"]]);
});

it("a message that no process takes stays, whatever it is about, with its sender and flow", () => {
  expect(routes({ ...message, flow: "ORDERS", subjectKind: "order", subjectKey: "SO-1" })).toEqual([
    ["order", "SO-1", "CUSTOMER_REQUESTED"],
  ]);
  const returns = { ...message, flow: "RETURNS", subjectKind: "order", subjectKey: "SO-1" };
  expect(routes(returns)).toEqual([["sender-flow", "D:UDMS:RETURNS", "RETURNS_RECEIVED"]]);
});

it("a sender that the file does not name is a dash", () => {
  expect(routes({ ...message, fromRole: null, fromParticipant: null })).toEqual([
    ["sender-flow", "none:none:D0269", "D0269_RECEIVED"],
  ]);
});
