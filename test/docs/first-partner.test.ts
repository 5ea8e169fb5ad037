import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { startSshd } from "../channels/sftp/sshd.ts";
import { makePlace } from "../cli/busbar.ts";
import { daemonsIn, stopped } from "../cli/daemons.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { blocksOf } from "./guide.ts";
import { runBlock } from "./guide-commands.ts";

const page = "docs/guides/first-partner.md";
const place = makePlace();
const { start } = daemonsIn(place);
afterAll(() => place.remove());

test("the guide leads from a partner's server to the first event", async () => {
  const sshd = await startSshd();
  const { name, bytes } = goodFile(1);
  writeFileSync(join(sshd.folder, name), bytes);
  mkdirSync(join(place.folder, "keys"));
  copyFileSync(join(sshd.base, "user"), join(place.folder, "keys", "partner"));
  const yaml = blocksOf(page).find(({ language }) => language === "yaml")?.text ?? "";
  const settings = yaml
    .replace(
      "sftp.partner.example",
      `127.0.0.1\n    port: ${sshd.port}\n    steady: 50ms\n    poll: 1s`,
    )
    .replace("user: supplier", `user: ${sshd.server.user}`)
    .replace("/outgoing", sshd.folder);
  const config = join(place.folder, "busbar.yaml");
  writeFileSync(config, settings);

  const [shown] = await runBlock(page, "trust", place);
  expect(shown?.stdout).toContain(sshd.fingerprint);
  writeFileSync(config, settings.replace(/SHA256:A+/, sshd.fingerprint));
  const [, checked] = await runBlock(page, "check", place);
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining("works") });

  const { child } = await start();
  await until("the file is taken", async () => (await place.json("event", "list")).length > 0);
  const ran = await runBlock(page, "take", place);
  expect(ran.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  expect(ran[2]?.stdout).toContain(name);
  expect(ran[3]?.stdout).toContain("D0010");
  expect(await stopped(child, "SIGTERM")).toBe(0);
});
