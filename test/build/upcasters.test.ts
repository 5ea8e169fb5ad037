import { expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../../src/app/commands/process/run-command.ts";
import { buildPending } from "../../src/build/build-pending.ts";
import { command } from "../../src/core/define/command.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { record } from "../../src/core/define/effect.ts";
import { ownEvent, type Upcast } from "../../src/core/define/event-type.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { engineScene } from "./engine-scene.ts";

/** Version 1 had a text, version 2 its words, version 3 how many there are beside. */
const first = z.object({ text: z.string() });
const third = z.object({ words: z.array(z.string()), count: z.number() });

const toSecond: Upcast = ({ text }: { text: string }) => ({ words: text.split(" ") });
const toThird: Upcast = ({ words }: { words: string[] }) => ({ words, count: words.length });

const say = command({
  name: "do_say",
  about: "Says something.",
  data: z.object({ data: z.record(z.string(), z.unknown()) }),
  opens: true,
  decide: (_state: unknown, { data }) => record("SAID", data as never),
});

function definition<Schema extends z.ZodObject>(
  version: number,
  schema: Schema,
  upcast: Readonly<Record<number, Upcast>> = {},
): ProcessDefinition {
  return defineProcess({
    type: "talk",
    version,
    events: { SAID: ownEvent("Said", schema, { version, upcast }) },
    takes: {},
    begin: (): unknown[] => [],
    status: (said) => `${said.length} said`,
    commands: [say as never],
  }).onAny((said, { data }) => [...said, data]);
}

async function scene() {
  const { store, shell, clock } = await engineScene([]);
  return {
    store,
    shell,
    say: (talk: ProcessDefinition, data: object) =>
      runCommand(
        { store, definitions: new Map([["talk", talk]]), now: () => clock.now },
        {
          key: JSON.stringify(data),
          name: "do_say",
          processType: "talk",
          processKey: "1",
          actor: "Ann",
          data: { data },
        },
      ),
    async build(talk: ProcessDefinition) {
      await store.builds.rebuild([1]);
      await buildPending(store, new Map([["talk", talk]]));
      return shell.prepare("SELECT state, error FROM builds").get() as {
        state: string | null;
        error: string | null;
      };
    },
  };
}

test("an event of version 1 is read as one of version 3, beside those recorded as such", async () => {
  const { say, build, store } = await scene();
  await say(definition(1, first), { text: "mind the gap" });
  const talk = definition(3, third, { 1: toSecond, 2: toThird });
  await say(talk, { words: ["hello"], count: 1 });
  const { state } = await build(talk);
  expect(JSON.parse(state ?? "")).toEqual([
    { words: ["mind", "the", "gap"], count: 3 },
    { words: ["hello"], count: 1 },
  ]);
  const events = await store.events.ofProcess({ processType: "talk", key: "1" });
  expect(events.map(({ schemaVersion, data }) => [schemaVersion, data])).toEqual([
    [1, '{"text":"mind the gap"}'],
    [3, '{"words":["hello"],"count":1}'],
  ]);
});

test("a version that nothing brings on is a failed build that says so, until an upcaster is there", async () => {
  const { say, build } = await scene();
  await say(definition(1, first), { text: "mind the gap" });
  const { error } = await build(definition(3, third, { 2: toThird }));
  expect(error).toContain('Nothing brings version 1 of the event "Said" to 2');
  const mended = await build(definition(3, third, { 1: toSecond, 2: toThird }));
  expect(mended).toMatchObject({ error: null, state: expect.stringContaining('"count":3') });
});

test("an event of a newer version than the definition's is a failed build that says so", async () => {
  const { say, build } = await scene();
  await say(definition(3, third), { words: ["hello"], count: 1 });
  expect((await build(definition(1, first))).error).toContain("is of version 3, newer than 1");
});

test("what does not fit its strict schema is not recorded, and is the definition's mistake", async () => {
  const { say, store } = await scene();
  expect(await say(definition(1, first), { text: "hello", more: 1 })).toMatchObject({
    command: { outcome: "failed", message: expect.stringContaining("more") },
  });
  expect(await store.events.ofProcess({ processType: "talk", key: "1" })).toEqual([]);
});
