import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { SftpOutlet } from "../../src/channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../src/channels/sftp/sftp-session.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { startOddServer } from "../channels/sftp/odd-server.ts";
import { composed } from "../store/conformance/outbound-files.ts";

test("a rename that was done and denied, of a file that is taken at once, blames nobody for it", async () => {
  const { server, folder, odd, asked } = await startOddServer();
  const base = mkdtempSync(join(tmpdir(), "busbar-denied-"));
  const store = await openSqliteStore(join(base, "store.db"), { blobFolder: base });
  const session = new SftpSession(server);
  onTestFinished(async () => {
    await session.end();
    await store.close();
    rmSync(base, { recursive: true, force: true });
  });
  const target = join(folder, "file-1");
  let isRenamed = false;
  odd.answer = (operation) => {
    if (operation === "rename") {
      isRenamed = true;
      return { status: 2, message: "No such file", done: true };
    }
    // The recipient is quick: it has it before anybody looks.
    if (isRenamed && existsSync(target)) rmSync(target);
    return undefined;
  };
  const to = { role: "X", participant: "UPCO" };
  await store.outboundMessages.send({
    identity: "one",
    outgoing: { kind: "file", flow: "D0010", to, data: {} },
  });
  await store.outbound.record([composed(1, { folder, temporary: ".draft", name: "file-1" })]);
  const channel = { ...outboundDefaults, name: "market", base: folder, path: folder };
  const outlet = new SftpOutlet(channel, session);
  const context = { store, channel, outlet, onStep: () => {} };
  for (let round = 1; round <= 3; round += 1)
    await deliverRound({ ...context, now: () => Date.now() + round * 3_600_000 });
  const [file] = await Array.fromAsync(store.outbound.list());
  expect(file?.state).toBe("unknown");
  expect((await store.outbound.get(file?.id ?? 0))?.problem).toMatch(
    /Either it got its name, though the server did not say so, .*or somebody takes files under temporary names: then agree/,
  );
  expect(asked.filter((what) => what.startsWith("rename"))).toHaveLength(1);
});
