import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sftpInbox } from "../../src/config/channel/sftp-inbox-schema.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { makePlace } from "../cli/busbar.ts";

const guide = readFileSync("docs/guides/receiving-files.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "busbar-guide-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the guide's settings are a configuration", () => {
  const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  const pin = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";
  writeFileSync(join(folder, "busbar.yaml"), yaml.replace("SHA256:...", pin));
  expect(loadConfig(join(folder, "busbar.yaml")).sftpInboxes).toMatchObject([
    { name: "partner", folder: "/outgoing", taken: { kind: "delete" } },
  ]);
});

test("the guide tells of every setting, and of none that there is not", () => {
  const told = [...guide.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, names = ""]) =>
    [...names.matchAll(/\w+/g)].map(([name]) => name),
  );
  const settings = Object.keys(sftpInbox.shape).filter(
    (name) => name !== "kind" && name !== "direction",
  );
  expect(told.toSorted()).toEqual(settings.toSorted());
});

test("every command of the guide is one", async () => {
  const place = makePlace();
  const commands = [...guide.matchAll(/^busbar (channel \w+)/gm)].map(([, words = ""]) => words);
  expect(commands).toHaveLength(6);
  for (const words of commands)
    expect(await place.busbar(...words.split(" "), "--help")).toMatchObject({ code: 0 });
  place.remove();
});
