import { expect, test } from "vitest";
import { signals } from "../../src/runtime/signals.ts";

test("signals reach those who listen to their topic, after they were published", async () => {
  const bus = signals();
  const heard: unknown[] = [];
  bus.subscribe("appended", (signal) => heard.push(["first", signal]));
  bus.subscribe("appended", (signal) => heard.push(["second", signal]));
  bus.subscribe("queued", (signal) => heard.push(["queued", signal]));
  bus.publish("appended", { events: 3 });
  bus.publish("planned", { actions: 1 });
  expect(heard).toEqual([]);
  await Promise.resolve();
  expect(heard).toEqual([
    ["first", { events: 3 }],
    ["second", { events: 3 }],
  ]);
});

test("signals about the same that are published in one go are one, with their numbers added up", async () => {
  const bus = signals();
  const heard: unknown[] = [];
  bus.subscribe("recorded", (signal) => heard.push(signal));
  bus.subscribe("poll", (signal) => heard.push(signal));
  bus.publish("recorded", { files: 2 });
  bus.publish("poll", { channel: "post" });
  bus.publish("recorded", { files: 5 });
  bus.publish("poll", { channel: "courier" });
  bus.publish("poll", { channel: "post" });
  await Promise.resolve();
  expect(heard).toEqual([{ files: 7 }, { channel: "post" }, { channel: "courier" }]);
  bus.publish("recorded", { files: 1 });
  await Promise.resolve();
  expect(heard.slice(3)).toEqual([{ files: 1 }]);
});

test("a signal published by a subscriber is delivered as well", async () => {
  const bus = signals();
  const heard: string[] = [];
  bus.subscribe("recorded", () => {
    heard.push("recorded");
    bus.publish("appended", { events: 1 });
  });
  bus.subscribe("appended", () => heard.push("appended"));
  bus.publish("recorded", { files: 1 });
  await new Promise(setImmediate);
  expect(heard).toEqual(["recorded", "appended"]);
});

test("who has ended the subscription hears nothing more", async () => {
  const bus = signals();
  const heard: unknown[] = [];
  const end = bus.subscribe("holds", (signal) => heard.push(signal));
  bus.publish("holds", {});
  await Promise.resolve();
  end();
  bus.publish("holds", {});
  await Promise.resolve();
  expect(heard).toHaveLength(1);
});
