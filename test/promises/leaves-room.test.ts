import { appendFileSync, statfsSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";
import { startChild } from "./child-daemon.ts";
import { goodFile } from "./flow-files.ts";
import {
  channelStatus,
  inInbox,
  isTaken,
  until,
  type Workplace,
  withStore,
  workplace,
} from "./workplace.ts";

let place: Workplace;
let disk: SmallDisk;

afterEach(() => place.remove());

const mib = 2 ** 20;
const marks = { stop: { bytes: 8 * mib }, resume: { bytes: 12 * mib } };

/** Leaves so much room on the small disk, without ever leaving more on the way there. */
function leave(freeMiB: number): void {
  const filler = join(disk.path, "filler");
  const { bavail, bsize } = statfsSync(disk.path);
  const more = bavail * bsize - freeMiB * mib;
  if (more > 0) appendFileSync(filler, Buffer.alloc(more));
  else truncateSync(filler, statSync(filler).size + more);
}

describe.skipIf(!mayMount())("leaves-room: intake stops before a disk is full", () => {
  test.each(["store", "archive"] as const)(
    "that holds the %s, says so, and goes on automatically",
    async (what) => {
      disk = new SmallDisk(64 * 1024);
      const settings = what === "archive" ? { archive: join(disk.path, "archive") } : {};
      const common = what === "store" ? { store: join(disk.path, "var", "busbar.db") } : {};
      place = workplace(settings, { ...common, disk: marks });
      const child = startChild(place);
      onTestFinished(async () => {
        child.kill("SIGKILL");
        await child.ended;
        disk[Symbol.dispose]();
      });
      await child.ready;
      place.drop(goodFile(1));
      await until("the first is taken", () => isTaken(place));
      leave(4);
      await until("it is said", () => channelStatus(place)?.state === "waiting");
      place.drop(goodFile(2));
      expect(channelStatus(place)?.problem).toMatch(
        /^The disk of .* has \d+(\.\d)? MiB free\. Intake stops below 8\.0 MiB and resumes above 12 MiB/,
      );
      // Between the marks it stays shut.
      leave(10);
      const dropped = Date.now();
      const listedAt = () => channelStatus(place)?.lastListingAt ?? 0;
      await until("it is steady and listed again", () => listedAt() > dropped + 500);
      expect(inInbox(place)).toEqual([goodFile(2).name]);
      // A person's own file is taken meanwhile, and everything can be looked at.
      expect(await withStore(place, (store) => store.reports.counts())).toMatchObject({
        events: 1,
      });
      leave(20);
      await until("the second is taken", () => isTaken(place));
      await until("it is well", () => channelStatus(place)?.state === "watching");
      child.kill("SIGTERM");
      expect(await child.ended).toMatchObject({ code: 0 });
      expect(await withStore(place, (store) => store.reports.counts())).toMatchObject({
        files: { recorded: 2 },
        events: 2,
      });
    },
  );
});
