import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startOddServer } from "../../channels/sftp/odd-server.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { partnerPlace, quickInbox, statusOf } from "../../promises/partner-place.ts";
import { until, whileRunning } from "../../promises/workplace.ts";

test("a file on which the server hangs up keeps no other from coming, and is named", async () => {
  const { server, folder, odd } = await startOddServer();
  const files = Array.from({ length: 40 }, (_, number) => goodFile(number));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const poison = files[20]?.name ?? "";
  odd.answer = (operation, path) =>
    operation === "open" && path.endsWith(poison) ? { hangUp: true } : undefined;
  const place = partnerPlace([quickInbox(server, folder)]);
  onTestFinished(() => place.remove());
  await whileRunning(place, async () => {
    await until("the others are taken", () => readdirSync(folder).length === 1);
    await until("it is named", () => statusOf(place)?.troubled.entries[0]?.name === poison);
    const { reason } = statusOf(place)?.troubled.entries[0] ?? {};
    expect(reason).toContain("while this file alone was fetched");
    delete odd.answer;
    await until("it is taken", () => readdirSync(folder).length === 0);
  });
});
