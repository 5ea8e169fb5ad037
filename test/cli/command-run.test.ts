import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePlace, type Place } from "./busbar.ts";

const orders = { name: "orders.csv", bytes: readFileSync("fixtures/tables/orders.csv") };

describe("busbar command", () => {
  let place: Place;
  beforeAll(async () => {
    place = makePlace();
    await place.busbar("init");
    await place.busbar("ingest", "--history", place.write(orders));
  });
  afterAll(() => place.remove());

  const cancel = ["command", "run", "SO-10001", "do_cancel", "--data", '{"reason":"asked to"}'];

  test("lists what may be asked, with the schema of the data", async () => {
    const { stdout } = await place.busbar("command", "list", "order");
    expect(stdout).toMatch(/order +do_cancel +reason +Calls the order off/);
    const all = await place.json("command", "list", "SO-10001");
    expect(all.find(({ name }) => name === "do_cancel")).toMatchObject({
      processType: "order",
      data: { type: "object", required: ["reason"], additionalProperties: false },
    });
    expect(await place.busbar("command", "list", "nothing")).toMatchObject({ code: 2 });
  });

  test("runs one on the order that is named by its key, once for each idempotency key", async () => {
    const once = [...cancel, "--idempotency-key", "call-1", "--actor", "Ann"];
    const [first] = await place.json(...once);
    expect(first).toMatchObject({ outcome: "recorded", actor: "Ann", repeated: false });
    const [again] = await place.json(...once);
    expect(again).toMatchObject({ repeated: true, events: first?.["events"] });
    expect((await place.busbar(...once)).stdout).toContain("This is the answer it had before.");
    const [shown] = await place.json("command", "show", "call-1");
    expect(shown).toMatchObject({ data: { reason: "asked to" }, outcome: "recorded" });
    const { stdout } = await place.busbar("process", "show", "SO-10001");
    expect(stdout).toContain("order SO-10001: cancelled");
  });

  test("is shown once as what an event is because of, with its data beneath", async () => {
    const { stdout } = await place.busbar("why", "process", "order/SO-10001");
    expect(stdout).toMatch(/\n {4}because of command 1: do_cancel .*\n {10,}data \{/);
    expect(stdout).not.toMatch(/because of +(data|idempotency)/);
  });

  test("tells a refusal with its code, and exits with 1", async () => {
    const refused = await place.busbar(...cancel);
    expect(refused).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("ALREADY_CANCELLED"),
    });
    const [json] = await place.json(...cancel);
    expect(json).toMatchObject({ outcome: "refused", code: "ALREADY_CANCELLED", kept: true });
  });

  test("explains what cannot be asked", async () => {
    const ask = (...words: string[]) => place.busbar("command", "run", ...words);
    expect(await ask("order/SO-10002", "do_cancel", "--data", '{"why":1}')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("BAD_DATA"),
    });
    expect((await ask("SO-9", "do_cancel")).stderr).toContain("there is no process SO-9");
    expect((await ask("SO-10002", "do_cancle")).stderr).toContain("did you mean do_cancel?");
    const data = ["--data", '{"reason":"asked to"}'];
    expect(await ask("order", "do_cancel", "--key", "SO-10002", ...data)).toMatchObject({
      code: 0,
    });
    expect((await place.busbar("command", "retry", "call-9")).stderr).toContain("no command was");
  });

  test("what was taken in as history is marked", async () => {
    expect((await place.busbar("file", "show", "1")).stdout).toContain("as history");
    expect((await place.busbar("event", "list")).stdout).toContain("(history)");
    const looked = await place.busbar("route", "--type", "order", "--dry-run");
    expect(looked.stdout).toContain("Nothing is there for the type order");
    expect(await place.busbar("route", "--type", "nothing")).toMatchObject({ code: 2 });
  });
});
