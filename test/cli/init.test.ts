import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { configJsonSchema } from "../../src/config/config-json-schema.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

describe("busbar init", () => {
  it("writes a configuration and folders, and says what to do next", async () => {
    const { code, stdout } = await place.busbar("init", "new");
    expect(code).toBe(0);
    expect(stdout).toContain("cd new");
    expect(stdout).toContain("busbar run");
    expect(readdirSync(join(place.folder, "new")).sort()).toEqual([
      "archive",
      "busbar.yaml",
      "inbox",
      "outbox",
      "quarantine",
      "var",
    ]);
  });

  it("writes a configuration that says the defaults", () => {
    const folder = join(place.folder, "new");
    const written = loadConfig(join(folder, "busbar.yaml"));
    const bare = join(folder, "bare.yaml");
    writeFileSync(bare, "channels: { inbox: { path: inbox } }");
    expect({ ...written, file: bare }).toEqual(loadConfig(bare));
  });

  it("shows as comments what holds when a setting is left out", () => {
    const folder = join(place.folder, "new");
    const text = readFileSync(join(folder, "busbar.yaml"), "utf8");
    const all = join(folder, "all.yaml");
    writeFileSync(all, text.replaceAll(/^( *)# (?=[a-zA-Z]+: )/gm, "$1"));
    const { marker, ...channel } = loadConfig(all).channels[0] ?? { marker: null };
    expect(marker).toBe("{name}.done");
    const written = loadConfig(join(folder, "busbar.yaml"));
    expect({ ...loadConfig(all), file: "", channels: [{ ...channel, marker: null }] }).toEqual({
      ...written,
      file: "",
    });
  });

  it("has editors check the configuration by the schema that `config schema` prints", async () => {
    const written = readFileSync(join(place.folder, "new", "busbar.yaml"), "utf8");
    const [, url = ""] = /^# yaml-language-server: \$schema=(file:\S+)\n/.exec(written) ?? [];
    expect(fileURLToPath(url)).toBe(resolve("dist/busbar.schema.json"));
    expect(JSON.parse((await place.busbar("config", "schema")).stdout)).toEqual(configJsonSchema());
  });

  it("overwrites nothing", async () => {
    const folder = join(place.folder, "old");
    mkdirSync(folder);
    writeFileSync(join(folder, "busbar.yaml"), "log: warn\n");
    const { code, stderr } = await place.busbar("init", "old");
    expect(code).toBe(1);
    expect(stderr).toMatch(/old\/busbar\.yaml is there already and was left as it is/);
    expect(readFileSync(join(folder, "busbar.yaml"), "utf8")).toBe("log: warn\n");
  });

  it("says why it cannot write", async () => {
    writeFileSync(join(place.folder, "plain"), "");
    const { code, stderr } = await place.busbar("init", "plain/sub");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^busbar: cannot write .*, or name another folder\n$/);
  });
});
