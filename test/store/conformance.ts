import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { stuckCauses } from "../../src/core/stuck/stuck-causes.ts";
import type { Store } from "../../src/store/port/store.ts";
import { decidesActions } from "./conformance/action-decisions.ts";
import { runsActions } from "./conformance/actions.ts";
import { settlesConflicts } from "./conformance/conflicts.ts";
import { recordsContainers } from "./conformance/containers.ts";
import { filesAwaitingRelease } from "./conformance/files-awaiting-release.ts";
import { findsThings } from "./conformance/finding.ts";
import { findsByReferences } from "./conformance/goes-by.ts";
import { readsHistories } from "./conformance/histories.ts";
import { keepsHolds } from "./conformance/holds.ts";
import { recordsLargeFiles } from "./conformance/large-files.ts";
import { readsLargeFilesAgain } from "./conformance/large-readings.ts";
import { keepsLists } from "./conformance/lists.ts";
import { keepsLongFiles } from "./conformance/long-files.ts";
import { mends } from "./conformance/mending.ts";
import { keepsNotices } from "./conformance/notices.ts";
import { keepsOutboundFiles } from "./conformance/outbound-files.ts";
import { recordsFiles } from "./conformance/recording.ts";
import { knowsRemoteFiles } from "./conformance/remote-files.ts";
import { reportsSums } from "./conformance/reports.ts";
import { revisesEvents } from "./conformance/revisions.ts";
import { routes } from "./conformance/routing.ts";
import { tellsRepeats } from "./conformance/same-again.ts";
import { countsSequences } from "./conformance/sequences.ts";
import { tellsWhatIsStuck } from "./conformance/stuck.ts";
import { supersedesRefused } from "./conformance/superseded.ts";

/** What the suite opens a store with. */
export interface StoreSetting {
  /** An empty folder, removed after the test. */
  readonly folder: string;
  readonly blobFolder: string;
  readonly now: () => number;
}

/** Opens a store: the same one when the folder is the same. */
export type OpenStore = (setting: StoreSetting) => Promise<Store>;

/** What each test has at hand. */
export interface Bench {
  store: Store;
  setting: StoreSetting;
  /** What the clock says, in milliseconds since 1970; tests move it. */
  now: number;
  open: OpenStore;
  /** As if the program had ended and another begun. */
  reopen(): Promise<void>;
}

/** What every store must do, whatever is underneath. */
export function conformsToStore(name: string, open: OpenStore): void {
  describe(name, () => {
    const bench = {} as Bench;

    beforeEach(async () => {
      const folder = mkdtempSync(join(tmpdir(), "busbar-store-"));
      bench.now = 10_000;
      bench.open = open;
      bench.reopen = async () => {
        await bench.store.close();
        bench.store = await open(bench.setting);
      };
      bench.setting = { folder, blobFolder: join(folder, "blobs"), now: () => bench.now };
      bench.store = await open(bench.setting);
    });

    afterEach(async () => {
      const faults = await Array.fromAsync(bench.store.verify.tables());
      // Causes that the store counts are what its items say one by one, whatever is stuck.
      const counted = await bench.store.stuck.causes();
      const items = await Array.fromAsync(bench.store.stuck.list({ dismissed: true }));
      await bench.store.close();
      rmSync(bench.setting.folder, { recursive: true });
      // Made-up files say what they like of how many messages they hold.
      const found = faults.filter(({ code }) => !code.endsWith("COUNT_DIFFERS"));
      expect(found, "every test leaves a store whose rows fit each other").toEqual([]);
      expect(counted).toEqual(await stuckCauses(items));
    });

    recordsFiles(bench);
    recordsLargeFiles(bench);
    recordsContainers(bench);
    routes(bench);
    findsByReferences(bench);
    mends(bench);
    readsLargeFilesAgain(bench);
    keepsLongFiles(bench);
    settlesConflicts(bench);
    tellsRepeats(bench);
    filesAwaitingRelease(bench);
    keepsHolds(bench);
    keepsNotices(bench);
    runsActions(bench);
    decidesActions(bench);
    countsSequences(bench);
    revisesEvents(bench);
    keepsLists(bench);
    knowsRemoteFiles(bench);
    keepsOutboundFiles(bench);
    readsHistories(bench);
    reportsSums(bench);
    tellsWhatIsStuck(bench);
    findsThings(bench);
    supersedesRefused(bench);
  });
}
