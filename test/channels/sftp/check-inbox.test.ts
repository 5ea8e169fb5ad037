import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkSftpInbox } from "../../../src/channels/sftp/check-inbox.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { partnerPlace, quickInbox, statusOf } from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";
import { startOddServer } from "./odd-server.ts";

/** A server that tells attributes in its listings alone. */
async function tellsInListings() {
  const started = await startOddServer();
  const place = partnerPlace([quickInbox(started.server, started.folder)]);
  onTestFinished(() => place.remove());
  writeFileSync(join(started.folder, goodFile(1).name), goodFile(1).bytes);
  started.odd.answer = (operation) => (/stat$/.test(operation) ? { status: 3 } : undefined);
  return { ...started, place };
}

test("a server that tells attributes in listings alone is named as that by the check and the intake", async () => {
  const { place } = await tellsInListings();
  const { checks } = await checkSftpInbox(place.inbox);
  expect(checks.find(({ what }) => what === "read")).toMatchObject({
    outcome: "fails",
    detail: expect.stringMatching(/does not tell the size.*requests for attributes/),
  });
  await whileRunning(place, async () => {
    await until("it is told", () => statusOf(place)?.troubled.count === 1);
    expect(statusOf(place)?.troubled.entries[0]?.reason).toMatch(
      /^the server tells its size in the listing and not .*FSTAT/,
    );
  });
});

test("only a name that the channel would take is tried for reading", async () => {
  const { server, folder, odd, asked } = await startOddServer();
  const place = partnerPlace([quickInbox(server, folder, { include: ["*.uff"] })]);
  onTestFinished(() => place.remove());
  for (const name of ["a.csv", "b.uff.part", "c\ufffd.uff", "d.uff"])
    writeFileSync(join(folder, name), goodFile(1).bytes);
  odd.answer = (operation, path) =>
    operation === "open" && /\.csv$|\.part$|\ufffd/.test(path) ? { status: 2 } : undefined;
  const list = await checkSftpInbox(place.inbox);
  expect(list.checks.filter(({ outcome }) => outcome === "fails")).toEqual([]);
  expect(asked).toContain(`open ${folder}/d.uff`);
});
