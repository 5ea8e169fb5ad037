import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  askAgain,
  askedCommand,
  askProcess,
} from "../../../src/app/commands/process/ask-process.ts";
import { backfill } from "../../../src/app/commands/process/backfill.ts";
import { ann, openPlace, takeIn } from "./open-place.ts";

const orders = { name: "orders.csv", bytes: readFileSync("fixtures/tables/orders.csv") };
const cancel = { process: "SO-10001", name: "do_cancel", data: { reason: "asked to" } };

it("asks a process once under a key, and gives the same answer again", async () => {
  const installation = await openPlace();
  await takeIn(installation, orders);
  const asked = { ...cancel, idempotencyKey: "call-1" };
  expect(await askProcess(installation, asked, ann)).toMatchObject({
    repeated: false,
    command: { outcome: "recorded", actor: "ann" },
  });
  expect(await askProcess(installation, asked, ann)).toMatchObject({ repeated: true });
  expect(await askedCommand(installation, "call-1")).toMatchObject({ name: "do_cancel" });
  expect(await askAgain(installation, { key: "call-1" }, ann)).toMatchObject({ repeated: true });
  // Without a key it is another command, which the process refuses: that is an answer.
  expect(await askProcess(installation, cancel, ann)).toMatchObject({
    command: { outcome: "refused", code: "ALREADY_CANCELLED" },
  });
});

it("refuses what cannot be asked, each by its kind", async () => {
  const installation = await openPlace();
  await takeIn(installation, orders);
  const ask = (changed: Partial<Parameters<typeof askProcess>[1]>) =>
    askProcess(installation, { ...cancel, ...changed }, ann);
  await expect(ask({ data: { why: 1 } })).rejects.toMatchObject({
    kind: "invalid",
    code: "BAD_DATA",
  });
  await expect(ask({ process: "SO-9" })).rejects.toMatchObject({ kind: "not-found" });
  await expect(ask({ process: "ordr", key: "SO-10001" })).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringMatching(/^There is no type of process "ordr"; types are .*order/),
  });
  await ask({ idempotencyKey: "call-1" });
  await expect(ask({ idempotencyKey: "call-1", data: { reason: "x" } })).rejects.toMatchObject({
    kind: "conflict",
    code: "KEY_REUSED",
  });
  for (const none of [askAgain(installation, { key: "k" }, ann), askedCommand(installation, "k")])
    await expect(none).rejects.toMatchObject({ kind: "not-found" });
});

it("looks for past messages of a type, and refuses one that nobody defines", async () => {
  const installation = await openPlace();
  await takeIn(installation, orders);
  expect(await backfill(installation, { type: "order", dryRun: true })).toMatchObject({
    recorded: 0,
    failed: 0,
  });
  await expect(backfill(installation, { type: "nothing" })).rejects.toMatchObject({
    kind: "invalid",
  });
});
