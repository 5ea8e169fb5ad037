import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { replaceFile, replaceFileSync } from "../../src/disk/create-file.ts";
import { sayFileError } from "../../src/disk/file-error.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-create-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both ways to put a file in place of another. */
const ways = {
  "at once": async (place: string, name: string) => replaceFileSync(join(place, name), "text"),
  later: (place: string, name: string) => replaceFile(join(place, name), place, "text"),
};

/** What people and logs are told of an error. */
async function said(work: Promise<void>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  return `${sayFileError(error)?.text} ${error}`;
}

describe.each(Object.entries(ways))("a file that is put in place %s", (_, put) => {
  it("names the folder where that is not there, and never its own draft", async () => {
    const text = await said(put(join(folder, "absent"), "a.service"));
    expect(text).toContain(`${join(folder, "absent")}: it is not there`);
    expect(text).not.toContain(".busbar-draft");
  });

  it("names the path where something else is there, and leaves no draft", async () => {
    mkdirSync(join(folder, "taken"), { recursive: true });
    const text = await said(put(folder, "taken"));
    expect(text).toContain(`${join(folder, "taken")}: it is a folder`);
    expect(text).not.toContain(".busbar-draft");
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});
