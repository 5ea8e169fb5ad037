import { expect, it } from "vitest";
import {
  correctEvent,
  unvoidEvent,
  voidEvent,
} from "../../../src/app/commands/event/revise-event.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { ann, openPlace, takeIn } from "./open-place.ts";

it("voids an event once, and takes that back once", async () => {
  const installation = await openPlace();
  await takeIn(installation, goodFile(1));
  const asked = { event: 1 };
  expect(await voidEvent(installation, asked, ann)).toMatchObject({
    event: { seq: 1, void: true },
    definition: { type: "metering-point" },
    verdicts: [],
  });
  await expect(voidEvent(installation, asked, ann)).rejects.toMatchObject({
    kind: "conflict",
    code: "ALREADY_VOID",
  });
  expect((await unvoidEvent(installation, asked, ann)).event.void).toBeUndefined();
  await expect(unvoidEvent(installation, asked, ann)).rejects.toMatchObject({ code: "NOT_VOID" });
  await expect(voidEvent(installation, { event: 9 }, ann)).rejects.toMatchObject({
    kind: "not-found",
    code: "NO_EVENT",
    remedy: { remedies: [{ remedy: "list", of: "event" }] },
  });
});

it("corrects an event to what its flow can carry, and refuses other data", async () => {
  const installation = await openPlace();
  await takeIn(installation, goodFile(1));
  const before = (await installation.store.events.get(1))?.data ?? "";
  const correct = (text: string) =>
    correctEvent(installation, { event: 1, data: JSON.parse(text) }, ann);
  await expect(correct(before.replace("1042.0", "many"))).rejects.toMatchObject({
    kind: "invalid",
    code: "BAD_DATA",
  });
  const after = before.replace("1042.0", "1043.0");
  expect(await correct(after)).toMatchObject({ event: { data: after, amended: true } });
  await expect(correct(after)).rejects.toMatchObject({ kind: "conflict", code: "SAME_DATA" });
});
