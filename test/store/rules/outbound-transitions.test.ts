import { expect, test } from "vitest";
import {
  type DecidedOutbound,
  messageAfter,
  outboundAfter,
} from "../../../src/store/rules/outbound-transitions.ts";

const file = (state: DecidedOutbound["state"], more: Partial<DecidedOutbound> = {}) => ({
  id: 5,
  state,
  onHold: false,
  inFlight: false,
  wasTried: false,
  ...more,
});

test("what waits is put on hold and released, once each", () => {
  expect(outboundAfter(file("ready"), "hold")).toMatchObject({ state: "ready", onHold: true });
  expect(() => outboundAfter(file("ready", { onHold: true }), "hold")).toThrow(
    "Outbound file 5 is on hold; only what still waits to be delivered can be put on hold.",
  );
  expect(outboundAfter(file("uploaded", { onHold: true }), "release")).toMatchObject({
    onHold: false,
  });
  expect(() => outboundAfter(file("delivered"), "hold")).toThrow("5 is delivered;");
});

test("what failed begins anew with nothing of it at the partner, what is unknown may have left something", () => {
  const anew = { state: "ready", beginsAnew: true, ends: false };
  expect(outboundAfter(file("failed", { inFlight: true }), "retry")).toMatchObject({
    ...anew,
    inFlight: false,
  });
  expect(outboundAfter(file("unknown", { inFlight: true }), "retry")).toMatchObject({
    ...anew,
    inFlight: true,
  });
  expect(outboundAfter(file("uploaded", { wasTried: true }), "retry")).toMatchObject({
    state: "uploaded",
    beginsAnew: true,
  });
  expect(() => outboundAfter(file("ready"), "retry")).toThrow("waits to be tried again");
});

test("what is on its way is not cancelled; what is, is looked for at the partner", () => {
  const cancelled = { state: "cancelled", onHold: false, inFlight: true, ends: true };
  expect(outboundAfter(file("ready", { onHold: true }), "cancel")).toMatchObject(cancelled);
  expect(outboundAfter(file("failed", { inFlight: true }), "cancel")).toMatchObject(cancelled);
  for (const one of [file("ready", { inFlight: true }), file("uploaded"), file("cancelled")])
    expect(() => outboundAfter(one, "cancel")).toThrow("hold it first");
});

test("only what nobody knows of is confirmed, and stays as it is for the delivery to be noted", () => {
  expect(outboundAfter(file("unknown"), "confirm")).toMatchObject({
    state: "unknown",
    ends: false,
  });
  expect(() => outboundAfter(file("ready"), "confirm")).toThrow("unknown or failed");
});

test("a message that is in no file is put back in line when it is stuck, or taken out", () => {
  expect(messageAfter(4, "stuck", "retry")).toBe("waiting");
  expect(messageAfter(4, "waiting", "cancel")).toBe("cancelled");
  expect(messageAfter(4, "stuck", "cancel")).toBe("cancelled");
  expect(() => messageAfter(4, "waiting", "retry")).toThrow("Message 4 is not stuck");
  for (const state of ["filed", "cancelled", null] as const)
    expect(() => messageAfter(4, state, "cancel")).toThrow("Message 4 does not wait");
});
