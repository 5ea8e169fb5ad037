import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

describe("help", () => {
  it.each([
    [],
    ["init"],
    ["run"],
    ["ingest"],
    ["status"],
    ["file"],
    ["file", "list"],
    ["file", "show"],
    ["file", "decide"],
    ["process"],
    ["process", "list"],
    ["process", "show"],
    ["process", "build"],
    ["replay"],
    ["verify"],
    ["report"],
    ["report", "events"],
    ["report", "processes"],
    ["report", "durations"],
    ["why"],
    ["search"],
    ["event"],
    ["event", "list"],
    ["stuck"],
    ["stuck", "assign"],
    ["stuck", "note"],
    ["stuck", "dismiss"],
    ["stuck", "restore"],
    ["reprocess"],
    ["outbound"],
    ["outbound", "list"],
    ["outbound", "show"],
    ["outbound", "retry"],
    ["outbound", "hold"],
    ["outbound", "release"],
    ["outbound", "cancel"],
    ["outbound", "confirm"],
    ["outbound", "resend"],
    ["channel"],
    ["channel", "list"],
    ["channel", "show"],
    ["channel", "check"],
    ["channel", "poll"],
    ["channel", "hold"],
    ["channel", "release"],
    ["channel", "trust"],
  ])("of `busbar %s %s` has an example", async (...words) => {
    const { code, stdout } = await place.busbar(...words.filter(Boolean), "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: busbar/);
    expect(stdout).toMatch(/\nExample:\n {2}\$ busbar /);
    expect(stdout).toContain("--config <file>");
  });
});

describe("the version", () => {
  it("comes without loading what it does not need", async () => {
    const tell = `data:text/javascript,${encodeURIComponent(`
      import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
      process.on("exit", () => process.stderr.write(loaded.join("\\n")));
    `)}`;
    const telling = makePlace({ NODE_OPTIONS: `--import=${tell}` });
    const { code, stdout, stderr } = await telling.program("--version");
    telling.remove();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\nstore version \d+\n$/);
    expect(stderr).toContain("commander");
    expect(stderr).not.toMatch(/zod|better-sqlite3|chokidar|pino|yaml|\/commands\//);
  });
});

describe("wrong usage", () => {
  it.each([
    [["statsu"], /unknown command 'statsu' \(Did you mean status\?\); `busbar --help` shows how/],
    [["status", "--jsno"], /unknown option '--jsno' \(Did you mean --json\?\)/],
    [["ingest"], /missing required argument 'file'/],
    [["file", "show", "x"], /whole number/],
    [["file", "show", "1", "--raw", "--json"], /cannot be used with/],
    [["file", "list", "--state", "lost"], /Allowed choices are recorded, duplicate/],
    [["file", "decide", "1", "keep-none", "--reason", "x"], /Allowed choices are keep-first/],
    [
      ["file", "decide", "1", "keep-first"],
      /'--reason <text>' not specified; `busbar file decide --help` shows how/,
    ],
    [["event", "list", "--limit", "0"], /whole number/],
    [["reprocess"], /name files by their numbers, or say --all-rejected or --cause/],
    [
      ["reprocess", "1", "--all-rejected"],
      /name files by their numbers, or say --all-rejected or --cause/,
    ],
  ])("%j exits with 2 and one sentence", async (words, sentence) => {
    const { code, stdout, stderr } = await place.busbar(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/^busbar: .*\n$/);
  });

  it("no command at all shows the help", async () => {
    const { code, stderr } = await place.busbar();
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Usage: busbar/);
  });
});

describe("a configuration", () => {
  it("that is not there exits with 2 and says how to make one", async () => {
    const { code, stderr } = await place.busbar("status");
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^busbar: \/.*\/busbar\.yaml: there is no such file.*`busbar init`.*\n$/,
    );
  });

  it("with mistakes exits with 2 and shows them all, with line and column", async () => {
    writeFileSync(join(place.folder, "wrong.yaml"), "stroe: x\nlog: loud\n");
    const { code, stderr } = await place.busbar("status", "--config", "wrong.yaml");
    expect(code).toBe(2);
    expect(stderr).toBe(
      `busbar: wrong.yaml has 2 mistakes
  wrong.yaml:1:1: stroe: no such setting; did you mean "store"?
  wrong.yaml:2:6: log: found "loud", expected one of trace, debug, info, warn, error, silent
`,
    );
  });

  it("is the one that $BUSBAR_CONFIG names, unless --config names another", async () => {
    const other = makePlace({ BUSBAR_CONFIG: "from-environment.yaml" });
    expect((await other.busbar("status")).stderr).toContain("from-environment.yaml: there is no");
    expect((await other.busbar("--config", "named.yaml", "status")).stderr).toContain(
      "named.yaml: there is no",
    );
    other.remove();
  });

  it("without channels leaves nothing to run", async () => {
    writeFileSync(join(place.folder, "empty.yaml"), "");
    const { code, stderr } = await place.busbar("run", "--config", "empty.yaml");
    expect(code).toBe(2);
    expect(stderr).toMatch(/has no channels, so there is nothing to watch; add one/);
  });

  it("whose store is in no folder exits with 2 and says so", async () => {
    writeFileSync(join(place.folder, "nowhere.yaml"), "store: none/such/busbar.db");
    const { code, stderr } = await place.busbar("status", "--config", "nowhere.yaml");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^busbar: There is no store at .*\n$/);
  });
});
