import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import {
  channelStatus,
  inInbox,
  isTaken,
  recordedFiles,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "../promises/workplace.ts";

let place: Workplace;
beforeEach(() => {
  place = workplace();
  mkdirSync(dirname(place.config.store));
});
afterEach(() => place.remove());

const scope = { stage: "intake", channel: "inbox", type: null, name: null } as const;

describe("intake on hold", () => {
  test("leaves files in the inbox until it is released, and says so", async () => {
    await withStore(place, (store) =>
      store.holds.place({ scope, actor: "ann", reason: "it repeats a day" }),
    );
    await whileRunning(place, async (log) => {
      place.drop(goodFile(1));
      await until("on hold", () => log.includes("on hold by ann: it repeats a day"));
      // Longer than the file takes to be steady and the inbox to be looked at.
      await setTimeout(500);
      expect(inInbox(place)).toHaveLength(1);
      expect(await recordedFiles(place)).toEqual([]);
      // The first that is written may be from before the file was complete.
      const reason = () => channelStatus(place)?.waiting.entries[0]?.reason ?? "";
      await until("said", () => reason().startsWith("complete"));
      expect(channelStatus(place)).toMatchObject({
        state: "on-hold",
        waiting: {
          count: 1,
          entries: [
            {
              name: goodFile(1).name,
              reason: "complete; taken when the channel is no longer on hold",
            },
          ],
        },
      });
      await withStore(place, (store) =>
        store.holds.release({ scope, actor: "ann", reason: "mended" }),
      );
      await until("taken", () => isTaken(place));
      expect(log).toContain("released");
      await until("counted no more", () => channelStatus(place)?.waiting.count === 0);
    });
    expect(await recordedFiles(place)).toHaveLength(1);
  });

  test("is of one channel: a hold on another holds nothing here", async () => {
    await withStore(place, (store) =>
      store.holds.place({ scope: { ...scope, channel: "other" }, actor: "ann", reason: "x" }),
    );
    await whileRunning(place, async () => {
      place.drop(goodFile(1));
      await until("taken", () => isTaken(place));
    });
  });
});
