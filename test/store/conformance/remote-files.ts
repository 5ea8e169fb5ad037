import { describe, expect, it } from "vitest";
import type { RemoteClaim } from "../../../src/store/port/remote-files.ts";
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
      await bench.store.claimRemote(place, [claimed("a"), claimed("b", { kept: true })]);
      const file = madeFile({ claim: "one", name: "b" });
      await bench.store.recordFiles([file]);
      await bench.reopen();
      const known = await bench.store.knownRemote(place, ["a", "b", "c"]);
      expect([...known.keys()]).toEqual(["a", "b"]);
      expect(known.get("a")).toMatchObject({ ...claimed("a"), recorded: null });
      expect(known.get("b")).toMatchObject({
        kept: true,
        recorded: { file: 1, state: "recorded", hash: file.hash },
      });
      expect(await bench.store.knownRemote("sftp://other", ["a"])).toEqual(new Map());
    });

    it("does not take a large file for recorded before it is whole", async () => {
      await bench.store.claimRemote(place, [claimed("large")]);
      const {
        outcome,
        bytes: _,
        messages: __,
        ...arrival
      } = madeFile({ claim: "one", name: "large" });
      const begun = await bench.store.beginLargeFile(arrival, outcome);
      expect((await bench.store.knownRemote(place, ["large"])).get("large")?.recorded).toBeNull();
      await bench.store.finishLargeFile(begun.id);
      expect(
        (await bench.store.knownRemote(place, ["large"])).get("large")?.recorded,
      ).toMatchObject({
        file: begun.id,
      });
    });

    it("has one version of a name, the last", async () => {
      await bench.store.claimRemote(place, [claimed("a")]);
      await bench.store.claimRemote(place, [
        claimed("a", { claim: "two", sizeBytes: null, modifiedAt: null }),
      ]);
      const known = await bench.store.knownRemote(place, ["a"]);
      expect(known.get("a")).toMatchObject({ claim: "two", sizeBytes: null, modifiedAt: null });
    });

    it("forgets what is gone, and what a whole listing did not show", async () => {
      await bench.store.claimRemote(
        place,
        ["a", "b", "c"].map((name) => claimed(name)),
      );
      await bench.store.claimRemote("sftp://other", [claimed("a")]);
      await bench.store.forgetRemote(place, ["a", "none"]);
      const upTo = await bench.store.lastRemote();
      await bench.store.claimRemote(place, [claimed("later")]);
      const seen = (await bench.store.knownRemote(place, ["b"])).get("b");
      expect(await bench.store.forgetRemoteUnseen(place, new Set([seen?.id ?? 0]), upTo)).toBe(1);
      const names = ["a", "b", "c", "later"];
      expect([...(await bench.store.knownRemote(place, names)).keys()]).toEqual(["b", "later"]);
      expect((await bench.store.knownRemote("sftp://other", ["a"])).size).toBe(1);
    });

    it("numbers wishes for a look at each channel", async () => {
      expect(await bench.store.wishForLook("post")).toBe(1);
      expect(await bench.store.wishForLook("post")).toBe(2);
      await bench.store.wishForLook("inbox");
      await bench.reopen();
      expect(await bench.store.lookWishes()).toEqual(
        new Map([
          ["inbox", 1],
          ["post", 2],
        ]),
      );
    });
  });
}
