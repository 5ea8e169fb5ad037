import { expect, test } from "vitest";
import { correctedData } from "../../src/app/commands/event/corrected-data.ts";
import { verdictChanges } from "../../src/app/commands/event/verdict-changes.ts";
import { fireDueDeadlines } from "../../src/build/deadline-clock.ts";
import { answerOf } from "../answer-of.ts";
import { engineScene } from "../build/engine-scene.ts";
import { meterWatch } from "../build/meter-watch.ts";
import { d0010, goodFile, mpan } from "../promises/flow-files.ts";

const ann = { actor: "Ann", reason: "sent by mistake" };

/** One file of one message: event 1 on its metering point, 2 on the watch with actions 1 and 2. */
async function heardOnce() {
  const scene = await engineScene();
  await scene.ingest(goodFile(1));
  await scene.build();
  return scene;
}

const key = mpan(1_000);

test.each(["planned", "failed", "needs-review"])(
  "an action that is %s is cancelled by the void and comes back as it was",
  async (state) => {
    const { store, shell } = await heardOnce();
    shell.exec(
      `UPDATE actions SET state = '${state}', reason = 'as it was', ended_at = 77 WHERE id = 1`,
    );
    const before = shell.prepare("SELECT * FROM actions").all();
    const mended = await store.revisions.void({ seq: 2, changedBy: ann });
    expect(mended).toMatchObject({
      consequences: [
        { action: 1, name: "say hello", state: "cancelled", before: state },
        { action: 2, name: "ask around", state: "cancelled", before: "planned" },
      ],
    });
    await store.revisions.unvoid({ seq: 2, changedBy: ann });
    expect(shell.prepare("SELECT * FROM actions").all()).toEqual(before);
  },
);

test.each(["done", "running", "skipped"])(
  "an action that is %s stays so and is listed",
  async (state) => {
    const { store, shell } = await heardOnce();
    shell.exec(`UPDATE actions SET state = '${state}' WHERE id = 1`);
    expect(await store.revisions.void({ seq: 2, changedBy: ann })).toMatchObject({
      consequences: [{ action: 1, state, before: null, followUps: [] }, { state: "cancelled" }],
    });
  },
);

test("an action that fails while its event is void is cancelled, and failed once it counts again", async () => {
  const { store, shell } = await heardOnce();
  shell.exec("UPDATE actions SET state = 'running' WHERE id = 1");
  await store.revisions.void({ seq: 2, changedBy: ann });
  shell.exec(
    "UPDATE actions SET state = 'failed', reason = 'no answer', ended_at = 5 WHERE id = 1",
  );
  expect(await store.actions.ofEvent(2)).toMatchObject([
    { state: "cancelled", before: "failed", reason: "its event was declared void" },
    {},
  ]);
  await store.revisions.unvoid({ seq: 2, changedBy: ann });
  expect(await store.actions.ofEvent(2)).toMatchObject([
    { state: "failed", reason: "no answer", endedAt: 5 },
    {},
  ]);
});

test("an action that undoes another is done though its event is void", async () => {
  const { store, shell } = await heardOnce();
  shell.exec("UPDATE actions SET state = 'done' WHERE id = 1");
  await store.actions.decide({
    id: 1,
    decision: { kind: "undo", opposite: "say goodbye" },
    actor: "Ann",
    reason: "it never was",
  });
  await store.revisions.void({ seq: 2, changedBy: ann });
  shell.exec("UPDATE actions SET state = 'running' WHERE id = 3");
  shell.exec("UPDATE actions SET state = 'planned' WHERE id = 3");
  expect(await store.actions.ofEvent(2)).toMatchObject([
    { name: "say hello", state: "done" },
    { name: "ask around", state: "cancelled" },
    { name: "say goodbye", state: "planned" },
  ]);
});

test("what a person did with a cancelled action since stays", async () => {
  const { store, shell } = await heardOnce();
  await store.revisions.void({ seq: 2, changedBy: ann });
  shell.exec("UPDATE actions SET state = 'done' WHERE id = 1");
  await store.revisions.unvoid({ seq: 2, changedBy: ann });
  const states = shell.prepare("SELECT state FROM actions ORDER BY id").pluck().all();
  expect(states).toEqual(["done", "planned"]);
});

test("a correction has to be what a file of the flow could carry, about the same subject", async () => {
  const scene = await heardOnce();
  const { store, shell } = scene;
  const data = JSON.parse((await store.events.get(2))?.data ?? "");
  const correctEvent = async (seq: number, changed: unknown) =>
    store.revisions.correct({
      seq,
      data: await correctedData(scene, seq, changed),
      changedBy: ann,
    });
  const correct = (changed: unknown) => answerOf(correctEvent(2, changed));
  expect(await correct({ ...data, mpanCore: mpan(77) })).toMatchObject({ code: "OTHER_SUBJECT" });
  expect(await correct({ ...data, colour: "blue" })).toMatchObject({
    code: "BAD_DATA",
    message: expect.stringContaining("colour"),
  });
  expect(await correct(["a list"])).toMatchObject({ code: "BAD_DATA" });
  expect(await correct(data)).toMatchObject({ code: "SAME_DATA" });
  expect(await answerOf(correctEvent(99, data))).toMatchObject({ code: "NO_EVENT" });
  const text = JSON.stringify(data).replaceAll("1042.0", "1099.0");
  expect(await correct(JSON.parse(text))).toMatchObject({ event: { data: text, amended: true } });
  await scene.build();
  expect(shell.prepare("SELECT count(*) FROM actions").pluck().get()).toBe(2);
});

test("the restored order of what was said makes conditions come out otherwise, and that is reported", async () => {
  const scene = await engineScene();
  const { store } = scene;
  for (const number of [1, 2, 3]) {
    const text = d0010(`000000000${number}`, [key]).replaceAll(
      "20240201093000",
      `2024020${number}093000`,
    );
    await scene.ingest({ name: `${number}.uff`, bytes: Buffer.from(text) });
  }
  await scene.build();
  const changes = async () =>
    verdictChanges(
      meterWatch,
      key,
      await store.events.ofProcess({ processType: "meter-watch", key }),
      await store.actions.judged({ processType: "meter-watch", key }),
    );
  expect(await changes()).toEqual([]);
  await store.revisions.void({ seq: 2, changedBy: ann });
  // The third was heard as the third, and would be the second.
  expect(await changes()).toMatchObject([
    {
      event: 6,
      name: "say hello",
      state: "skipped",
      before: { condition: "heard at most twice", holds: false, saw: { heard: 3 } },
      after: { holds: true, saw: { heard: 2 } },
    },
  ]);
  await store.revisions.unvoid({ seq: 2, changedBy: ann });
  expect(await changes()).toEqual([]);
});

test("an action because of a deadline goes when it had not passed, and comes back when it had after all", async () => {
  const scene = await heardOnce();
  const { store, shell, clock, build, ingest } = scene;
  clock.now = Date.UTC(2026, 2, 2);
  expect(await fireDueDeadlines(store, clock.now)).toMatchObject({ events: 1 });
  await build();
  const overdue = () =>
    shell
      .prepare(
        "SELECT a.state FROM actions a JOIN events e ON e.seq = a.event WHERE e.message IS NULL",
      )
      .pluck()
      .all();
  expect(overdue()).toEqual(["planned"]);
  // Something was heard in time, as comes to light now.
  const late = d0010("0000000009", [key]).replaceAll("20240201093000", "20240203093000");
  await ingest({ name: "late.uff", bytes: Buffer.from(late) });
  await build();
  expect(overdue()).toEqual(["cancelled"]);
  const events = await store.events.ofProcess({ processType: "meter-watch", key });
  const heard = events.find(({ fileIdentifier }) => fileIdentifier === "0000000009");
  await store.revisions.void({ seq: heard?.seq ?? 0, changedBy: ann });
  await build();
  expect(overdue()).toEqual(["planned"]);
  // What a person cancels from now on stays so.
  shell.exec("UPDATE actions SET state = 'cancelled' WHERE state = 'planned'");
  await store.builds.rebuild([1, 2]);
  await build();
  expect(overdue()).toEqual(["cancelled"]);
});
