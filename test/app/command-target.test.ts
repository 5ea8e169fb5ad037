import { expect, test } from "vitest";
import { commandTarget } from "../../src/app/asked/command-target.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import type { ProcessName, ProcessSummary } from "../../src/store/port/processes/process-store.ts";
import type { Store } from "../../src/store/port/store.ts";
import { meterWatch } from "../build/meter-watch.ts";

const other = defineProcess({
  type: "other",
  version: 1,
  events: {},
  takes: {},
  begin: () => ({}),
  status: () => "there",
  commands: [...meterWatch.commands.values()] as never,
});
const definitions = new Map(
  [...processDefinitions, meterWatch, other].map((definition) => [definition.type, definition]),
);

/** The target of a command on a key that processes of these types have. */
function target(
  text: string,
  name: string,
  types: readonly string[] = [],
  goingBy: readonly ProcessName[] = [],
) {
  const there = types.map((type) => ({ type }) as ProcessSummary);
  const processes = { withKey: async () => there, named: async () => [] };
  const search = { find: async () => ({ processesGoingBy: goingBy }) };
  const store = { processes, search } as unknown as Pick<Store, "processes" | "search">;
  return commandTarget(store, definitions, text, name);
}

test("a key means the only process there is with it that has the command", async () => {
  expect(await target("7", "do_note", ["metering-point", "other"])).toEqual({
    processType: "other",
    processKey: "7",
  });
});

test("a type and a key mean that process, whatever the key has in it", async () => {
  expect(await target("other/7/8", "do_note")).toEqual({ processType: "other", processKey: "7/8" });
  expect(await target("7/8", "do_note", ["meter-watch"])).toMatchObject({ processKey: "7/8" });
});

test("what is not there or not clear is explained", async () => {
  await expect(target("7", "do_note", ["meter-watch", "other"])).rejects.toThrow(
    "say which, as meter-watch/7 or other/7",
  );
  await expect(target("7", "do_open_with_note")).rejects.toThrow("meter-watch/7 or other/7");
  await expect(target("7", "do_note")).rejects.toThrow("There is no process 7");
  await expect(target("7", "do_not")).rejects.toThrow("did you mean do_note?");
  await expect(target("metering-point/7", "do_note")).rejects.toThrow("has no command do_note");
});

test("a reference means the one process that goes by it", async () => {
  const [one, two] = ["7", "8"].map((key, process) => ({ process, type: "other", key }));
  if (one === undefined || two === undefined) throw new Error("two processes");
  const seven = { processType: "other", processKey: "7" };
  expect(await target("REG-1", "do_note", [], [one])).toEqual(seven);
  expect(await target("other/REG-1", "do_note", [], [one])).toEqual(seven);
  await expect(target("REG-1", "do_note", [], [one, two])).rejects.toThrow(
    "Several processes go by REG-1: name one, other/7 or other/8",
  );
});
