import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { explain } from "../../src/cli/failure.ts";
import { makePlace, type Place } from "./busbar.ts";

let place: Place;

beforeEach(() => {
  place = makePlace();
  onTestFinished(place.remove);
  writeFileSync(join(place.folder, "plain"), "");
});

const through = "a part of the path is a file and no folder. Correct the path";

function configured(...lines: string[]): void {
  writeFileSync(join(place.folder, "busbar.yaml"), `${lines.join("\n")}\n`);
}

describe("a path that leads through a file is reported in a sentence, with the exit code of a wrong path", () => {
  it.each<[string, string[], string[]]>([
    ["the store", ["store: plain/x/busbar.db", "channels: { inbox: { path: inbox } }"], ["run"]],
    ["the configuration", [], ["--config", "plain/busbar.yaml", "status"]],
    ["a file to take in", [""], ["ingest", "plain/file.uff"]],
    ["a file to read", [""], ["flow", "read", "plain/file.uff"]],
    ["data", [""], ["event", "correct", "1", "--data", "@plain/data", "--reason", "x"]],
    ["a folder to begin in", [], ["init", "plain/sub"]],
  ])("%s", async (_, lines, words) => {
    mkdirSync(join(place.folder, "inbox"));
    mkdirSync(join(place.folder, "var"));
    if (lines.length > 0) configured(...lines);
    const { code, stderr } = await place.busbar(...words);
    expect(stderr).toContain("plain");
    expect(stderr).toMatch(/a part of the path is a file|There is no|is not there/);
    expect(stderr).not.toMatch(/mistake in Busbar|at .*\.ts:/);
    expect([1, 2]).toContain(code);
  });

  it("and a store's ends the daemon as a wrong configuration does", async () => {
    configured("store: plain/x/busbar.db", "channels: { inbox: { path: inbox } }");
    expect(await place.busbar("run")).toEqual({
      code: 2,
      stdout: "",
      stderr: `busbar: ${join(place.folder, "plain/x")}: ${through} (mkdir: ENOTDIR)\n`,
    });
  });
});

describe("an error of the disk wherever it comes from", () => {
  /** As asynchronous calls give them: with no place in any module. */
  const failed = (code: string, more: object = {}) => {
    const error = Object.assign(new Error(`${code}: no such luck`), { code, syscall: "open" });
    return Object.assign(error, { stack: `Error: ${error.message}`, ...more });
  };

  it.each([
    [
      "EACCES",
      1,
      /\/x: the user that runs this may not\. Give that user the right .*\(open: EACCES\)$/,
    ],
    ["ENOSPC", 1, /\/x: its disk is full\. Make room \(open: ENOSPC\)$/],
    ["ELOOP", 2, /\/x: its symbolic links lead in a circle/],
    ["EMFILE", 1, /\/x: this program has as many files open as it may/],
  ])("%s is reported with its path and what to do", (code, exit, text) => {
    expect(explain(failed(code, { path: "/x" }))).toEqual({
      text: expect.stringMatching(text),
      exitCode: exit,
    });
  });

  it("that nobody can fix by its code is a mistake to report", () => {
    expect(explain(failed("EBADF")).text).toMatch(/^this is a mistake in Busbar/);
  });

  it("that a module of one's own met is that module's", () => {
    const stack = "Error: ENOENT\n    at open (node:fs:1:1)\n    at file:///srv/own.ts:3:1";
    expect(explain(failed("ENOENT", { stack })).text).toMatch(/^a module of this installation/);
  });
});
