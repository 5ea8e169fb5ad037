import { expect, onTestFinished, test } from "vitest";
import {
  type AskedCommand,
  runCommand,
  runCommandAgain,
} from "../../src/app/commands/process/run-command.ts";
import { processVersionOf } from "../../src/core/process/version.ts";
import type { Store } from "../../src/store/port/store.ts";
import { answerOf } from "../answer-of.ts";
import { engineScene } from "../build/engine-scene.ts";
import { trouble } from "../build/meter-watch.ts";
import { goodFile, mpan } from "../promises/flow-files.ts";

const processKey = mpan(1_000);

const asked: AskedCommand = {
  key: "call-1",
  name: "do_note",
  processType: "meter-watch",
  processKey,
  data: { text: "a dog", urgent: false },
  actor: "Ann",
};

async function scene() {
  const made = await engineScene();
  await made.ingest(goodFile(1));
  await made.build();
  const context = { store: made.store, definitions: made.definitions, now: () => made.clock.now };
  const run = (said: Partial<AskedCommand> = {}) =>
    answerOf(runCommand(context, { ...asked, ...said }));
  return { ...made, context, run };
}

test("a command records its event after everything it was decided on", async () => {
  const { run, store, build, outcome } = await scene();
  expect(await run()).toMatchObject({
    repeated: false,
    command: { outcome: "recorded", events: [3], actor: "Ann" },
  });
  const event = await store.events.get(3);
  const heard = await store.events.get(2);
  expect(event).toMatchObject({
    type: "NOTED",
    data: '{"text":"a dog","urgent":false}',
    key: processKey,
    message: null,
    occurredAt: (heard?.occurredAt ?? 0) + 1,
  });
  await build();
  expect(outcome().actions.at(-1)).toMatchObject({
    event: 3,
    name: "ask around",
    state: "planned",
  });
});

test("the same key again gives the first answer, and nothing is recorded again", async () => {
  const { run, shell } = await scene();
  await run();
  expect(await run()).toMatchObject({ repeated: true, command: { events: [3] } });
  expect(await run({ data: { urgent: false, text: "a dog" } })).toMatchObject({ repeated: true });
  expect(shell.prepare("SELECT count(*) FROM events").pluck().get()).toBe(3);
  expect(await run({ data: { text: "a cat", urgent: false } })).toMatchObject({
    code: "KEY_REUSED",
  });
});

test("a refusal reaches the caller and is kept", async () => {
  const { run, store } = await scene();
  await run();
  const refused = { outcome: "refused", code: "NOTED_ALREADY", events: [] };
  expect(await run({ key: "call-2" })).toMatchObject({ repeated: false, command: refused });
  expect(await run({ key: "call-2" })).toMatchObject({ repeated: true, command: refused });
  expect(await store.commands.get("call-2")).toMatchObject({ ...refused, actor: "Ann" });
  expect(await run({ key: "call-3", processKey: "nobody" })).toMatchObject({
    command: { outcome: "refused", code: "NO_PROCESS" },
  });
});

test("data that does not fit is no command at all", async () => {
  const { run, store } = await scene();
  for (const data of [{ text: "a dog" }, { text: "a dog", urgent: false, more: 1 }, null])
    expect(await run({ data })).toMatchObject({ kind: "invalid", code: "BAD_DATA" });
  expect(await run({ name: "do_nothing" })).toMatchObject({ code: "NO_COMMAND" });
  expect(await store.commands.get("call-1")).toBeNull();
});

test("one that throws is kept as failed, and can be run again once it is fixed", async () => {
  const { run, store, context } = await scene();
  const data = { text: "boom", urgent: true };
  expect(await run({ data })).toMatchObject({ repeated: false, command: { outcome: "failed" } });
  expect((await store.commands.get("call-1"))?.message).toMatch(/^Error: boom\n +at .*meter-watch/);
  expect(await run({ data })).toMatchObject({ command: { outcome: "failed" } });
  expect(await run()).toMatchObject({ code: "KEY_REUSED" });

  trouble.isMended = true;
  onTestFinished(() => {
    trouble.isMended = false;
  });
  expect(await runCommandAgain(context, "call-1", "Bob")).toMatchObject({
    repeated: false,
    command: { outcome: "recorded", actor: "Bob", events: [3], message: null },
  });
  expect(await runCommandAgain(context, "call-9", "Bob")).toBeNull();
});

test("what happens on the process meanwhile has it decided again", async () => {
  const { run, context, store, ingest } = await scene();
  let raced = 0;
  const racing: Pick<Store, "commands"> = {
    commands: {
      ...store.commands,
      async keep(given) {
        raced += 1;
        if (raced === 1) await runCommand(context, { ...asked, key: "quicker" });
        if (raced === 2)
          await store.revisions.void({ seq: 1, changedBy: { actor: "Bob", reason: "elsewhere" } });
        return store.commands.keep(given);
      },
    },
  };
  expect(await runCommand({ ...context, store: racing }, asked)).toMatchObject({
    command: { outcome: "refused", code: "NOTED_ALREADY" },
  });
  expect(raced).toBe(2);
  await ingest(goodFile(2));
  expect(await run({ key: "call-4" })).toMatchObject({ repeated: false });
});

test("asked on a version of its process, it is refused when something happened while it was decided", async () => {
  const { context, store } = await scene();
  const seen = processVersionOf(
    await store.events.ofProcess({ processType: "meter-watch", key: processKey }),
  );
  let raced = 0;
  const racing: Pick<Store, "commands"> = {
    commands: {
      ...store.commands,
      async keep(given) {
        raced += 1;
        if (raced === 1) await runCommand(context, { ...asked, key: "quicker" });
        return store.commands.keep(given);
      },
    },
  };
  const onSeen = { ...asked, onVersion: seen };
  expect(await answerOf(runCommand({ ...context, store: racing }, onSeen))).toMatchObject({
    kind: "conflict",
    code: "OTHER_VERSION",
  });
  expect(await store.commands.get(asked.key)).toBeNull();
});

test("two callers with one key at once get one answer", async () => {
  const { run, shell } = await scene();
  const answers = await Promise.all(Array.from({ length: 10 }, () => run()));
  for (const answer of answers) expect(answer).toMatchObject({ command: { events: [3] } });
  expect(answers.filter((answer) => "repeated" in answer && !answer.repeated)).toHaveLength(1);
  expect(shell.prepare("SELECT count(*) FROM commands").pluck().get()).toBe(1);
});

test("a command that may open its process does, and may record several events", async () => {
  const { run, store } = await scene();
  expect(await run({ name: "do_open_with_note", processKey: "new" })).toMatchObject({
    command: { outcome: "recorded", events: [3, 4] },
  });
  expect(await store.events.ofProcess({ processType: "meter-watch", key: "new" })).toHaveLength(2);
});
