import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectAllAccounted } from "./account.ts";
import { startChild } from "./child-daemon.ts";
import { cutShort, goodFile, type SentFile, zipOf } from "./flow-files.ts";
import { isTaken, until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const largeFileBytes = 60_000;
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** Eight good files of two messages, one of them twice, two cut short, a large one, and two in an archive. */
function burst(round: number): SentFile[] {
  const first = round * 20;
  const good = Array.from({ length: 8 }, (_, at) => goodFile(first + at, 2));
  const again = { name: `again-${round}.uff`, bytes: goodFile(first, 2).bytes };
  const cut = [8, 9].map((at) => cutShort(goodFile(first + at)));
  const zip = zipOf(`packed-${round}.zip`, [goodFile(first + 11, 2), goodFile(first + 12, 2)]);
  return [...good, again, ...cut, goodFile(first + 10, 999), zip];
}

const inBurst = { recorded: 12, duplicate: 1, rejected: 2, events: 10 * 2 + 999 };

function expectedAfter(bursts: number) {
  const { events, ...states } = inBurst;
  const counts = Object.entries(states).map(([state, count]) => [state, count * bursts]);
  return { states: Object.fromEntries(counts), events: events * bursts };
}

let place: Workplace;

beforeEach(() => {
  place = workplace({}, { largeFileBytes });
});

afterEach(() => place.remove());

/** Lets a daemon that does not die finish what others left. */
async function finish(): Promise<void> {
  await whileRunning(place, () => until("all taken", () => isTaken(place)));
}

describe("survives-kill: the daemon is killed where it hurts most", () => {
  const daily = [
    ["file-claimed", 7],
    ["recorded", 1],
    ["quarantined", 2],
  ] as const;
  const others = [
    ["blob-written", 1],
    ["routed", 1],
    ["file-claimed", 1],
    ["read", 1],
    ["file-archived", 6],
    ["messages-added", 1],
    ["claimed", 1],
    ["quarantined", 1],
    ["file-archived", 1],
    ["archived", 1],
    ["archived", 2],
    ["large-begun", 1],
    ["recorded", 2],
  ] as const;
  test.for([...daily, ...(nightly ? others : [])])(
    "at %s, time %i, and every file is accounted for once",
    async ([step, time]) => {
      const sent = burst(0);
      for (const file of sent) place.drop(file);
      const { signal } = await startChild(place, [step, time]).ended;
      expect(signal).toBe("SIGKILL");
      await finish();
      await expectAllAccounted(place, sent, expectedAfter(1));
    },
  );
});

describe("survives-kill: the daemon is killed with containers in flight", () => {
  /** One in memory with a refused file, one with a large file and one in it, both with a file each before and after. */
  function containers(): SentFile[] {
    const small = zipOf("small.zip", [goodFile(1, 2), cutShort(goodFile(2)), goodFile(3, 2)]);
    const inner = zipOf("inner.zip", [goodFile(5, 2)]);
    const large = zipOf("large.zip", [goodFile(4, 2), goodFile(6, 999), inner, goodFile(7, 2)]);
    return [goodFile(8, 2), small, large];
  }
  const expected = { states: { recorded: 10, rejected: 1 }, events: 6 * 2 + 999 };

  const daily = [["members-added", 1]] as const;
  const others = [
    ["recorded", 1],
    ["container-begun", 1],
    ["quarantined", 1],
    ["messages-added", 1],
    ["archived", 1],
    ["claimed", 1],
    ["read", 1],
    ["recorded", 2],
    ["recorded", 3],
    ["blob-written", 1],
    ["members-added", 2],
    ["file-archived", 2],
  ] as const;
  test.for([...daily, ...(nightly ? others : [])])(
    "at %s, time %i, and all or nothing of each is there",
    async ([step, time]) => {
      const sent = containers();
      for (const file of sent) place.drop(file);
      const { signal } = await startChild(place, [step, time]).ended;
      expect(signal).toBe("SIGKILL");
      await withStore(place, async (store) => {
        for await (const { state, members } of store.files.list())
          if (state === "recorded" && members.length > 0)
            for (const id of members)
              expect((await store.files.get(id))?.state).not.toBe("recording");
      });
      await finish();
      await expectAllAccounted(place, sent, expected);
    },
  );
});

describe("survives-kill: the daemon is killed at random moments", () => {
  const moments = nightly ? 200 : 1;
  test(`${moments} times while files keep coming`, {
    timeout: 300_000 + moments * 10_000,
  }, async () => {
    const sent: SentFile[] = [];
    for (let round = 0; round < moments; round += 1) {
      const child = startChild(place);
      await child.ready;
      const files = burst(round);
      sent.push(...files);
      const wait = setTimeout(Math.random() * 350);
      for (const file of files) place.drop(file);
      await wait;
      child.kill("SIGKILL");
      await child.ended;
    }
    await finish();
    await expectAllAccounted(place, sent, expectedAfter(moments));
  });
});
