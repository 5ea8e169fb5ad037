import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mainFile } from "../built.ts";
import { goodFile } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());
beforeAll(async () => {
  await place.busbar("init");
  await place.busbar("ingest", place.write(goodFile(1, 900)));
});

/** Runs it in a shell, into a reader; what comes out is the reader's output and the command's exit code. */
function pipe(words: string, reader: string): string {
  const script = `{ "${process.execPath}" "${mainFile}" ${words}; echo "code $?" >&3; } | ${reader}`;
  return execFileSync("bash", ["-c", `{ ${script}; } 3>&1 2>&1`], {
    cwd: place.folder,
    encoding: "utf8",
  });
}

/** Each is a program; by day one whose output is made line by line, and one that gives bytes as they are. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

it.each([
  "event list --json",
  "file show 1 --raw",
  ...(nightly ? ["event list --limit 900", "process list --json"] : []),
])("busbar %s ends quietly when nobody reads on", (words) => {
  const lines = pipe(words, "head -n 1").trim().split("\n");
  expect(lines.filter((line) => line === "code 0")).toHaveLength(1);
  expect(lines.length).toBeLessThanOrEqual(2);
});

it.each([
  "event list",
  ...(nightly ? ["process list --json", "file show 1 --raw", "flow show D0010"] : []),
])("busbar %s says in a sentence that its output could not be written", (words) => {
  const script = `"${process.execPath}" "${mainFile}" ${words} 2>&1 >/dev/full; echo "code $?"`;
  const said = execFileSync("bash", ["-c", script], { cwd: place.folder, encoding: "utf8" });
  expect(said).toBe(
    "busbar: the output could not be written: the disk it goes to is full\ncode 1\n",
  );
});

it("busbar ingest takes everything in though nobody reads its answers", async () => {
  const paths = [2, 3, 4].map((number) => place.write(goodFile(number)));
  expect(pipe(`ingest ${paths.join(" ")}`, "true")).toBe("code 0\n");
  expect((await place.json("file", "list")).map(({ state }) => state)).toEqual([
    "recorded",
    "recorded",
    "recorded",
    "recorded",
  ]);
});
