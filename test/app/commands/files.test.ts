import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { conflictsOfCause, decideFile } from "../../../src/app/commands/file/decide-file.ts";
import { ingest } from "../../../src/app/commands/file/ingest.ts";
import { releaseFile } from "../../../src/app/commands/file/release-file.ts";
import { refusedFiles, reprocessFiles } from "../../../src/app/commands/file/reprocess-files.ts";
import { oneByOne } from "../../../src/app/commands/one-by-one.ts";
import { reprocessCause } from "../../../src/app/commands/stuck/reprocess-cause.ts";
import { cutShort, d0010, goodFile, mpan, zipOf } from "../../promises/flow-files.ts";
import { ann, openPlace, takeIn } from "./open-place.ts";

/** A file of the same identifier as the first good one, with another reading. */
const otherBytes = {
  name: "again.uff",
  bytes: Buffer.from(d0010("0000000001", [mpan(1_000)], "2000.0")),
};

describe("ingest", () => {
  it("tells of a container and of each file in it, and goes on after a path that is not there", async () => {
    const installation = await openPlace();
    const folder = dirname(installation.config.file);
    const zip = zipOf("two.zip", [goodFile(1), goodFile(2)]);
    writeFileSync(join(folder, zip.name), zip.bytes);
    const paths = [join(folder, "nowhere.uff"), join(folder, zip.name)];
    const told = await Array.fromAsync(ingest(installation, paths));
    expect(told.map((one) => one.kind).sort()).toEqual(["failed", "member", "member", "recorded"]);
    expect(told.find((one) => one.kind === "member")?.path).toBe(
      `${join(folder, zip.name)}: ${goodFile(1).name}`,
    );
  });
});

describe("reprocessing files", () => {
  it("reads each again, what is in a container too, and refuses a number that there is not", async () => {
    const installation = await openPlace();
    await takeIn(installation, zipOf("two.zip", [goodFile(1), cutShort(goodFile(2))]));
    const answers = await Array.fromAsync(reprocessFiles(installation, [1, 99]));
    expect(answers).toMatchObject([
      { id: 1, refused: null },
      { id: 2, done: { after: { state: "recorded" }, otherwise: 0 } },
      { id: 3, done: { before: { state: "rejected" }, after: { state: "rejected" } } },
      { id: 99, done: null, refused: { kind: "not-found", about: "file 99" } },
    ]);
    expect(await refusedFiles(installation)).toEqual({
      files: [3],
      superseded: 0,
      apart: [],
    });
  });

  it("of a cause says what it would come to, then tries all, and refuses a cause that there is not", async () => {
    const installation = await openPlace();
    await takeIn(installation, cutShort(goodFile(1)));
    const [item] = await Array.fromAsync(installation.store.stuck.list());
    const cause = item?.cause.id ?? "";
    for (const dryRun of [true, false]) {
      const tried = await reprocessCause(installation, { cause, dryRun }, ann);
      expect(await Array.fromAsync(tried.outcomes)).toMatchObject([
        { item: { number: 1 }, free: false },
      ]);
    }
    await expect(reprocessCause(installation, { cause: "000000" }, ann)).rejects.toMatchObject({
      kind: "not-found",
      message: "Nothing is stuck for cause 000000",
    });
  });
});

describe("deciding a conflict", () => {
  it("gives the file as it is then, and the other one where the decision changed it", async () => {
    const installation = await openPlace();
    await takeIn(installation, goodFile(1), otherBytes);
    const first = await decideFile(installation, { file: 2, decision: "replace" }, ann);
    expect(first).toMatchObject({
      file: { state: "recorded", events: 1 },
      other: { id: 1, state: "withdrawn", events: 0 },
      acted: [],
    });
    const anew = await decideFile(installation, { file: 2, decision: "keep-first" }, ann);
    expect(anew).toMatchObject({ file: { state: "withdrawn" }, other: { id: 1, events: 1 } });
  });

  it("refuses what is no conflict, what was decided so, and what is not there, each by its kind", async () => {
    const installation = await openPlace();
    await takeIn(installation, goodFile(1), otherBytes, goodFile(3));
    const decide = (file: number) => decideFile(installation, { file, decision: "replace" }, ann);
    const answers = await Array.fromAsync(oneByOne([3, 2, 2, 9], decide));
    expect(answers.map(({ refused }) => refused?.kind ?? "done")).toEqual([
      "conflict",
      "done",
      "conflict",
      "not-found",
    ]);
    expect(answers[2]?.refused).toMatchObject({
      remedy: { remedies: [{ remedy: "show-file", file: 2 }] },
    });
  });

  it("finds the files that are in conflict for a cause, and says when it is none", async () => {
    const installation = await openPlace();
    await takeIn(installation, goodFile(1), otherBytes, cutShort(goodFile(2)));
    const items = await Array.fromAsync(installation.store.stuck.list());
    const causeOf = (kind: string) => items.find((one) => one.kind === kind)?.cause.id ?? "";
    expect(await conflictsOfCause(installation, causeOf("conflict"))).toEqual([2]);
    await expect(conflictsOfCause(installation, causeOf("rejected"))).rejects.toMatchObject({
      kind: "conflict",
      remedy: { remedies: [{ remedy: "show-cause", cause: causeOf("rejected") }] },
    });
    await expect(conflictsOfCause(installation, "000000")).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

describe("releasing a file", () => {
  const testFile = () => {
    const { name, bytes } = goodFile(1);
    return { name, bytes: Buffer.from(bytes.toString().replace("||||OPER|", "||||TR01|")) };
  };

  it("lets it through once, and asked again says who did", async () => {
    const installation = await openPlace({ live: true });
    await takeIn(installation, testFile());
    expect(await installation.store.files.get(1)).toMatchObject({
      awaitingRelease: true,
      events: 0,
    });
    const once = await releaseFile(installation, { file: 1 }, ann);
    expect(once).toMatchObject({
      releasedBefore: null,
      file: { awaitingRelease: false, events: 1 },
    });
    const twice = await releaseFile(installation, { file: 1 }, { ...ann, actor: "bob" });
    expect(twice.releasedBefore).toBe("ann");
  });

  it("refuses one that does not await release, and one that is not there", async () => {
    const installation = await openPlace();
    await takeIn(installation, goodFile(1));
    await expect(releaseFile(installation, { file: 1 }, ann)).rejects.toMatchObject({
      kind: "conflict",
      message: "File 1 is recorded and does not await release: there is nothing to release.",
    });
    await expect(releaseFile(installation, { file: 2 }, ann)).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});
