import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startRelay } from "../channels/sftp/relay.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { goodFile } from "./flow-files.ts";
import { partnerPlace, quickInbox, recordedAs, statusOf } from "./partner-place.ts";
import { until, whileRunning } from "./workplace.ts";

/** Something that listens, lets others connect, and never says a word. */
async function mute(): Promise<number> {
  const server: Server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return Number(Object(server.address()).port);
}

test("one-dead-partner-stops-only-itself: each waits for itself, and the others' files are taken", async () => {
  const sshd = await startSshd();
  const relay = await startRelay(sshd.port);
  const folders = ["well", "hole"].map((name) => {
    mkdirSync(join(sshd.base, name), { recursive: true });
    return sshd.makeFolder(name);
  });
  const [well = "", hole = ""] = folders;
  const wrongKey = ["SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"];
  const place = partnerPlace([
    quickInbox(sshd.server, well, { name: "well" }),
    quickInbox({ ...sshd.server, port: await mute(), connectMs: 1_000 }, "/x", { name: "mute" }),
    quickInbox({ ...sshd.server, hostKeys: wrongKey }, "/x", { name: "stranger" }),
    quickInbox(
      { ...sshd.server, port: relay.port, connectMs: 3_000, answerMs: 1_000, keepaliveMs: 100 },
      hole,
      { name: "hole" },
    ),
    quickInbox(sshd.server, "/no/such/folder", { name: "lost" }),
  ]);
  onTestFinished(() => place.remove());
  await whileRunning(place, async () => {
    await until(
      "the one behind the relay is reached",
      () => statusOf(place, "hole")?.state === "watching",
    );
    relay.swallow();
    await until("it is missed", () => statusOf(place, "hole")?.state === "unreachable");
    for (let number = 0; number < 40; number += 1) {
      const { name, bytes } = goodFile(number);
      writeFileSync(join(well, name), bytes);
      if (number % 10 === 0) await setTimeout(30);
    }
    await until("all of the well one's files are taken", () => readdirSync(well).length === 0);
    const stands = {
      well: "watching",
      mute: "unreachable",
      stranger: "unreachable",
      lost: "vanished",
    };
    for (const [name, state] of Object.entries(stands))
      await until(`${name} is ${state}`, () => statusOf(place, name)?.state === state);
    expect(statusOf(place, "stranger")?.problem).toContain("Nothing was sent to it");
    writeFileSync(join(hole, goodFile(99).name), goodFile(99).bytes);
    relay.pass();
    await until("the one that came back goes on", () => readdirSync(hole).length === 0);
  });
  expect(await recordedAs(place)).toHaveLength(41);
});
