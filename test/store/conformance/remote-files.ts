import { describe, expect, it } from "vitest";
import type { RemoteClaim } from "../../../src/store/port/files/remote-file-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile } from "../made-file.ts";

const place = "sftp://busbar@partner:22/out";

/** What is in our hands of files at partners. */
export function knowsRemoteFiles(bench: Bench): void {
  describe("knows files at partners", () => {
    const claimed = (name: string, more: Partial<RemoteClaim> = {}): RemoteClaim => ({
      name,
      sizeBytes: 10,
      modifiedAt: 5_000,
      claim: "one",
      kept: false,
      ...more,
    });

    it("tells what was claimed from what is recorded, also after a restart", async () => {
      await bench.store.remoteFiles.claim({
        place,
        files: [claimed("a"), claimed("b", { kept: true })],
      });
      const file = madeFile({ claim: "one", name: "b" });
      await bench.store.files.record([file]);
      await bench.reopen();
      const known = await bench.store.remoteFiles.known({ place, names: ["a", "b", "c"] });
      expect([...known.keys()]).toEqual(["a", "b"]);
      expect(known.get("a")).toMatchObject({ ...claimed("a"), recorded: null });
      expect(known.get("b")).toMatchObject({
        kept: true,
        recorded: { file: 1, state: "recorded", hash: file.hash },
      });
      expect(await bench.store.remoteFiles.known({ place: "sftp://other", names: ["a"] })).toEqual(
        new Map(),
      );
    });

    it("does not take a large file for recorded before it is whole", async () => {
      await bench.store.remoteFiles.claim({ place, files: [claimed("large")] });
      const {
        outcome,
        bytes: _,
        messages: __,
        ...arrival
      } = madeFile({ claim: "one", name: "large" });
      const begun = await bench.store.largeFiles.begin({ file: arrival, outcome });
      expect(
        (await bench.store.remoteFiles.known({ place, names: ["large"] })).get("large")?.recorded,
      ).toBeNull();
      await bench.store.largeFiles.finish(begun.id);
      expect(
        (await bench.store.remoteFiles.known({ place, names: ["large"] })).get("large")?.recorded,
      ).toMatchObject({
        file: begun.id,
      });
    });

    it("has one version of a name, the last", async () => {
      await bench.store.remoteFiles.claim({ place, files: [claimed("a")] });
      await bench.store.remoteFiles.claim({
        place,
        files: [claimed("a", { claim: "two", sizeBytes: null, modifiedAt: null })],
      });
      const known = await bench.store.remoteFiles.known({ place, names: ["a"] });
      expect(known.get("a")).toMatchObject({ claim: "two", sizeBytes: null, modifiedAt: null });
    });

    it("forgets what is gone, and what a whole listing did not show", async () => {
      await bench.store.remoteFiles.claim({
        place,
        files: ["a", "b", "c"].map((name) => claimed(name)),
      });
      await bench.store.remoteFiles.claim({ place: "sftp://other", files: [claimed("a")] });
      await bench.store.remoteFiles.forget({ place, names: ["a", "none"] });
      const upTo = await bench.store.remoteFiles.last();
      await bench.store.remoteFiles.claim({ place, files: [claimed("later")] });
      const seen = (await bench.store.remoteFiles.known({ place, names: ["b"] })).get("b");
      expect(
        await bench.store.remoteFiles.forgetUnseen({ place, seen: new Set([seen?.id ?? 0]), upTo }),
      ).toBe(1);
      const names = ["a", "b", "c", "later"];
      expect([...(await bench.store.remoteFiles.known({ place, names })).keys()]).toEqual([
        "b",
        "later",
      ]);
      expect(
        (await bench.store.remoteFiles.known({ place: "sftp://other", names: ["a"] })).size,
      ).toBe(1);
    });

    it("numbers wishes for a look at each channel", async () => {
      expect(await bench.store.polls.request("post")).toBe(1);
      expect(await bench.store.polls.request("post")).toBe(2);
      await bench.store.polls.request("inbox");
      await bench.reopen();
      expect(await bench.store.polls.requested()).toEqual(
        new Map([
          ["inbox", 1],
          ["post", 2],
        ]),
      );
    });
  });
}
