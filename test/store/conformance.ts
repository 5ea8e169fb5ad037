import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect } from "vitest";
import type { Store } from "../../src/store/port/store.ts";
import { stuckCauses } from "../../src/store/stuck/stuck-causes.ts";
import { keepsAccess } from "./conformance/access.ts";
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
import { keepsSubscriptions } from "./conformance/subscriptions.ts";
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

/** What is asked of a store first: whoever breaks another part breaks one of these as a rule. */
export const coreParts = [
  recordsFiles,
  routes,
  keepsAccess,
  keepsHolds,
  runsActions,
  keepsOutboundFiles,
  reportsSums,
];

/** All that is asked of a store. */
const allParts = [
  recordsFiles,
  recordsLargeFiles,
  recordsContainers,
  routes,
  findsByReferences,
  mends,
  readsLargeFilesAgain,
  keepsLongFiles,
  settlesConflicts,
  tellsRepeats,
  filesAwaitingRelease,
  keepsAccess,
  keepsHolds,
  keepsNotices,
  runsActions,
  decidesActions,
  countsSequences,
  revisesEvents,
  keepsLists,
  knowsRemoteFiles,
  keepsOutboundFiles,
  keepsSubscriptions,
  readsHistories,
  reportsSums,
  tellsWhatIsStuck,
  findsThings,
  supersedesRefused,
];

/** What every store must do, whatever is underneath; some of it where that is all there is time for. */
export function conformsToStore(name: string, open: OpenStore, parts = allParts): void {
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

    for (const add of parts) add(bench);
  });
}
