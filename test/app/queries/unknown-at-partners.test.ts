import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unknownFilesOf } from "../../../src/app/queries/unknown-files.ts";
import { outboundDefaults } from "../../../src/config/channel/outbound-channel.ts";
import { startSshd } from "../../channels/sftp/sshd.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { openPlace, takeIn } from "../commands/open-place.ts";

test("what is at a partner and was never sent is listed before outbound is released; a partner that is down is reported", async () => {
  const sshd = await startSshd();
  const channel = {
    ...outboundDefaults,
    ...({ name: "partner", kind: "sftp", direction: "out" } as const),
    server: sshd.server,
    path: sshd.folder,
    base: sshd.folder,
  };
  const of = await openPlace({ outbound: [channel] });
  await takeIn(of, goodFile(1));
  const skipped: string[] = [];
  const look = () => unknownFilesOf(of, { onSkipped: (path) => void skipped.push(path) });
  expect(await look()).toMatchObject({ sent: [], unseen: [] });

  mkdirSync(join(sshd.folder, "X-SUPP"));
  // One whose bytes the store has under another name, one that it has forgotten, one half written by us.
  writeFileSync(join(sshd.folder, "renamed.usr"), goodFile(1).bytes);
  writeFileSync(join(sshd.folder, "X-SUPP", "D0155_12.usr"), "ZHV|12|");
  writeFileSync(join(sshd.folder, ".busbar-D0155_13.part"), "ZHV|");
  const found = await look();
  expect(found.sent).toEqual([
    {
      kind: "sent",
      path: expect.stringMatching(/^sftp:\/\/127\.0\.0\.1:\d+\/.*\/X-SUPP\/D0155_12\.usr$/),
      sizeBytes: 7,
    },
  ]);
  expect(skipped).toEqual([]);

  await sshd.stop();
  expect(await look()).toMatchObject({ sent: [], unseen: ["partner"] });
  expect(skipped).toEqual(["the folder of channel partner"]);
});
