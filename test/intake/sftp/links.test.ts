import { lstatSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Attributes } from "ssh2";
import { expect, onTestFinished, test } from "vitest";
import { startOddServer } from "../../channels/sftp/odd-server.ts";
import { goodFile } from "../../promises/flow-files.ts";
import {
  type PartnerPlace,
  partnerPlace,
  quickInbox,
  recordedAs,
  statusOf,
} from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";

const seconds = (ms: number) => Math.floor(ms / 1000);

/** A server whose listing, or whose answers by name, follow links. */
async function following(what: "readdir" | "lstat", withClaim = false) {
  const { server, folder, odd, asked } = await startOddServer();
  const claim = join(folder, "..", "taking");
  mkdirSync(claim);
  odd.attributes = (path, real) => {
    if (asked.at(-1)?.startsWith(what) !== true) return real;
    const { mode, size, mtimeMs } = statSync(path);
    return { ...real, mode, size, mtime: seconds(mtimeMs) } as Attributes;
  };
  const place = partnerPlace([
    quickInbox(server, folder, { pollMs: 60, claim: withClaim ? claim : null }),
  ]);
  onTestFinished(() => place.remove());
  writeFileSync(join(folder, "..", "target"), goodFile(1).bytes);
  symlinkSync("../target", join(folder, "link.uff"));
  return { place, folder, claim };
}

const isToldAsLink = (place: PartnerPlace) =>
  until("the link is told", () =>
    JSON.stringify(statusOf(place)?.ignored ?? "").includes(
      "it is a symbolic link; only regular files",
    ),
  );

test.each([
  ["readdir", false],
  ["readdir", true],
  ["lstat", false],
] as const)(
  "a link is a link where %s follows it (claimed by renaming: %s)",
  async (what, withClaim) => {
    const { place, folder, claim } = await following(what, withClaim);
    await whileRunning(place, async () => {
      await isToldAsLink(place);
      writeFileSync(join(folder, "good.uff"), goodFile(2).bytes);
      await until("the regular file is taken", () => readdirSync(folder).length === 1);
    });
    expect(await recordedAs(place)).toEqual(["good.uff recorded"]);
    expect(readdirSync(folder)).toEqual(["link.uff"]);
    expect(readdirSync(claim)).toEqual([]);
    expect(lstatSync(join(folder, "link.uff")).isSymbolicLink()).toBe(true);
  },
);

test("a file that is another by name than in the listing is recorded twice at most, and reported", async () => {
  const { server, folder, odd, asked } = await startOddServer();
  odd.attributes = (_, real) =>
    asked.at(-1)?.startsWith("lstat") === true ? { ...real, size: 9 } : real;
  const place = partnerPlace([quickInbox(server, folder, { pollMs: 60 })]);
  onTestFinished(() => place.remove());
  writeFileSync(join(folder, "odd.uff"), goodFile(1).bytes);
  await whileRunning(place, async () => {
    await until("it is told", () =>
      JSON.stringify(statusOf(place)?.troubled ?? "").includes("tells another kind, size or time"),
    );
    await setTimeout(500);
  });
  expect((await recordedAs(place)).length).toBeLessThanOrEqual(2);
});
