import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PlatformStatus } from "../../src/outbound/answer/platform-status.ts";
import { platformMessage } from "../formats/json-event/platform-message.ts";
import { marketChannel } from "../outbound/readings.ts";
import { startChild } from "./child-daemon.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let place: Workplace;
let out: string;

beforeEach(() => {
  const made = workplace({ statusTo: "answers" }, { live: true });
  out = join(made.base, "out");
  mkdirSync(out);
  mkdirSync(join(made.base, "var"));
  const channel = marketChannel({ name: "answers", from: null, path: out, base: out });
  place = { ...made, config: { ...made.config, outbound: [channel] } };
});
afterEach(() => place.remove());

function drop(name: string, environment: string): void {
  const messages = [
    platformMessage({ reference: `${name}-1` }),
    platformMessage({ reference: `${name}-2`, environment }),
  ];
  place.drop({ name: `${name}.json`, bytes: Buffer.from(JSON.stringify(messages)) });
}

/** What the status files in the folder say: file, number and status. */
function said(): string[] {
  return readdirSync(out)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const { file, number, status } = JSON.parse(
        readFileSync(join(out, name), "utf8"),
      ) as PlatformStatus;
      return `${file.name} ${number}: ${status}`;
    })
    .toSorted();
}

describe("a daemon that is killed", () => {
  const daily = [["status-sent", 1]] as const;
  const others = [
    ["outbound-named", 1],
    ["recorded", 1],
    ["status-sent", 2],
    ["composed", 1],
  ] as const;
  test.for([...daily, ...(nightly ? others : [])])(
    "after %s, time %i, tells of each array once",
    async (death) => {
      // It begins to tell, and then they come.
      await whileRunning(place, async () => {});
      drop("a", "PRD");
      drop("b", "SIT");
      const { signal } = await startChild(place, death).ended;
      expect(signal).toBe("SIGKILL");
      await whileRunning(place, async () => {
        await until("both told", () => said().length >= 2);
        expect(said()).toEqual(["a.json 1: 201", "b.json 1: 207"]);
        const released = await withStore(place, async (store) => {
          const files = await Array.fromAsync(store.files.list());
          const id = files.find(({ awaitingRelease }) => awaitingRelease)?.id ?? 0;
          return store.files.release({ file: id, actor: "ann", reason: "it is live" });
        });
        expect(released.awaitingRelease).toBe(false);
        await until("told again", () => said().length >= 3);
      });
      await whileRunning(place, () =>
        until("all delivered", () =>
          withStore(place, async (store) =>
            (await store.outbound.counts()).every(({ state }) => state === "delivered"),
          ),
        ),
      );
      expect(said()).toEqual(["a.json 1: 201", "b.json 1: 207", "b.json 2: 201"]);
    },
  );
});
