import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { damagedCopy, makeStore } from "../app/damaged-copy.ts";
import { mpan } from "../promises/flow-files.ts";
import { makePlace, type Place } from "./busbar.ts";

let whole = "";
const core = mpan(1_000);
const places: Place[] = [];

/** A place with a copy of the store whose rows are damaged so. */
function damaged(...damage: string[]): Place {
  const place = makePlace();
  places.push(place);
  const copy = damagedCopy(whole, damage.join(";"));
  cpSync(copy, place.folder, { recursive: true });
  const config = { store: "busbar.db", channels: { files: { path: "inbox" } } };
  writeFileSync(join(place.folder, "busbar.yaml"), JSON.stringify(config));
  return place;
}

describe("a store with damaged rows", () => {
  beforeAll(async () => {
    whole = await makeStore();
  });
  afterAll(() => {
    for (const place of places) place.remove();
    rmSync(whole, { recursive: true });
  });

  it("is shown but for what cannot be read, which is named", async () => {
    const place = damaged("UPDATE files SET problems = '[{' WHERE state = 'rejected'");
    const list = await place.busbar("file", "list", "--json");
    const rejected = /"id":(\d+),[^\n]*"broken"/.exec(list.stdout)?.[1] ?? "";
    for (const words of [
      ["file", "list"],
      ["file", "show", rejected],
      ["stuck", "--all"],
    ]) {
      const { code, stderr } = await place.busbar(...words);
      expect(code, words.join(" ")).toBe(1);
      expect(stderr, words.join(" ")).toMatch(
        /^busbar: .*(file|stuck item rejected) \d.* cannot be read: .*; `busbar verify` says what else\n$/,
      );
    }
    expect((await place.busbar("file", "list")).stdout).toMatch(/D0010_0000000003\.uff/);
    expect((await place.busbar("status")).stdout).toMatch(/^Files +7 /);
  });

  it("names the event whose data is damaged", async () => {
    const place = damaged(`UPDATE messages SET data = '{' WHERE subject_key = '${core}'`);
    const shown = await place.busbar("process", "show", core);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toMatch(/D0010/);
    expect(shown.stderr).toMatch(
      /cannot be built: the data of event \d+ is damaged; `busbar verify`/,
    );
    const listed = await place.busbar("event", "list", "--json");
    expect(listed.stdout).toMatch(/"data":\{"damaged":"\{"\}/);
    const seq = /of event (\d+)/.exec(shown.stderr)?.[1] ?? "";
    expect((await place.busbar("event", "show", seq)).stdout).toMatch(/damaged/);
  });

  it("is a finding of verify, not a stack, when it does not even open", async () => {
    const place = damaged();
    const store = join(place.folder, "busbar.db");
    const text = readFileSync(store, "latin1").replace(
      "CREATE TABLE builds",
      "CREATF TABLE builds",
    );
    writeFileSync(store, text, "latin1");
    const { code, stdout } = await place.busbar("verify");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^the store: .*damaged.* \(DAMAGED\)\n1 fault\.\n$/);
  });
});
