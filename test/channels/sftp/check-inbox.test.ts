import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkSftpInbox } from "../../../src/channels/sftp/check-inbox.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { partnerPlace, quickInbox } from "../../promises/partner-place.ts";
import { startOddServer } from "./odd-server.ts";

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
