import { hash } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { keptPlaceOf } from "../../../src/store/packs/kept-place.ts";
import { LastBundle, type RowInBundle } from "../../../src/store/sqlite/files/last-bundle.ts";

/** Bundles by their numbers, and how often one was read. */
function bundlesOf(texts: readonly string[]) {
  const bundles = new Map([[1, zstdCompressSync(texts.join(""))]]);
  const reads: number[] = [];
  const last = new LastBundle((id) => {
    reads.push(id);
    return bundles.get(id);
  });
  const read = async (text: string, start: number): Promise<string> => {
    const place = await keptPlaceOf(last.filled(rowOf(text, start)), "no-blobs");
    return "inStore" in place ? Buffer.from(place.inStore).toString() : "not in the store";
  };
  return { bundles, reads, read };
}

function rowOf(text: string, start: number): RowInBundle {
  const nothing = { pack: null, frame: null, frameSize: null, inFrame: null };
  const kept = { actor: null, reason: null, at: null, whole: null, erasure: null };
  const size = Buffer.byteLength(text);
  return { id: 1, bundle: 1, hash: hash("sha256", text, "hex"), size, start, ...nothing, ...kept };
}

describe("the last bundle", () => {
  it("is unpacked once for the files in it", async () => {
    const { reads, read } = bundlesOf(["first", "second"]);
    expect(await read("first", 0)).toBe("first");
    expect(await read("second", 5)).toBe("second");
    expect(reads).toEqual([1]);
  });

  it("is read again when its bytes are others by now", async () => {
    const { bundles, reads, read } = bundlesOf(["Ann", "Emma"]);
    expect(await read("Emma", 3)).toBe("Emma");
    bundles.set(1, zstdCompressSync("Ann####"));
    expect(await read("####", 3)).toBe("####");
    expect(reads).toEqual([1, 1]);
  });

  it("that is damaged is reported by whoever reads it", async () => {
    const { bundles, read } = bundlesOf(["Ann"]);
    bundles.set(1, Buffer.from("no zstd"));
    await expect(read("Ann", 0)).rejects.toThrow();
  });
});
