import { expect, test } from "vitest";
import { listFileMessages } from "../../../src/app/queries/lists/file-messages.ts";
import { showAction } from "../../../src/app/queries/things/action.ts";
import { showEvent } from "../../../src/app/queries/things/event.ts";
import { keptBytes, showFile } from "../../../src/app/queries/things/file.ts";
import { showOutbound } from "../../../src/app/queries/things/outbound.ts";
import { showProcesses, showProcessesAt } from "../../../src/app/queries/things/process.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { composed, message } from "../../store/conformance/outbound-files.ts";
import { openPlace, takeIn } from "../commands/open-place.ts";

const notFound = { kind: "not-found" };

test("a thing is shown with what it is called and what may be done about it", async () => {
  const of = await openPlace();
  await takeIn(of, goodFile(1), { ...goodFile(1), name: "again.usr" });
  const file = await showFile(of, { file: 1 });
  expect(file).toMatchObject({ state: "recorded", flowName: expect.any(String), next: null });
  expect(await showFile(of, { file: 2 })).toMatchObject({
    state: "duplicate",
    next: { remedies: [{ remedy: "decide-file", file: 2, decision: "keep-both" }] },
  });
  const bytes = await Array.fromAsync(keptBytes(of, { file: 1 }));
  expect(Buffer.concat(bytes)).toEqual(Buffer.from(goodFile(1).bytes));

  const event = await showEvent(of, { event: 1 });
  expect(event.name).toBe(`${event.flow} received, ${file.flowName}`);
  const [process] = await showProcesses(of, { named: event.key });
  expect(process).toMatchObject({ key: event.key, damaged: null, events: [{ name: event.name }] });
  const named = `${event.processType}/${event.key}`;
  const before = { upTo: event.seq - 1 };
  expect(await showProcessesAt(of, { named, moment: {} })).toMatchObject([
    { events: [event.seq], lastEvent: { name: event.name } },
  ]);
  expect(await showProcessesAt(of, { named, moment: before })).toMatchObject([
    { events: [], lastEvent: null },
  ]);
});

test("an outbound file is shown with the ways to settle it, and the file that it waits for", async () => {
  const of = await openPlace();
  await of.store.outboundMessages.send({ identity: "test", outgoing: message });
  await of.store.outbound.record([composed(1)]);
  await of.store.deliveries.end([{ id: 1, end: "failed", problem: "no room" }]);
  expect(await showOutbound(of, { outbound: 1 })).toMatchObject({
    state: "failed",
    next: [
      {
        remedies: [
          { remedy: "decide-outbound", verbs: ["retry"] },
          { remedy: "decide-outbound", verbs: ["resend"] },
        ],
      },
    ],
  });
});

test("what is not there is refused", async () => {
  const of = await openPlace();
  for (const asked of [
    () => showFile(of, { file: 9 }),
    () => Array.fromAsync(keptBytes(of, { file: 9 })),
    () => listFileMessages.page(of, { file: 9, limit: 1 }),
    () => showEvent(of, { event: 9 }),
    () => showAction(of, { action: 9 }),
    () => showOutbound(of, { outbound: 9 }),
    () => showProcesses(of, { named: "order/9" }),
    () => showProcessesAt(of, { named: "9", moment: {} }),
  ])
    await expect(asked()).rejects.toMatchObject(notFound);
});
