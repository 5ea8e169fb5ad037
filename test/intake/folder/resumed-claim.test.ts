import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ArrivalMoments } from "../../../src/intake/channel/arrival-order.ts";
import { claimIn, claimTime, resumedClaim } from "../../../src/intake/folder/claim.ts";
import { temporaryChannel } from "../../channels/folder/temporary.ts";

test("a claim found after a crash is taken in the order in which its files were written", () => {
  const channel = temporaryChannel();
  const moments = new ArrivalMoments();
  const resumed = ["0mgx2k7pq4hd1z", "0mgx2k7pr4hd1z"].map((id) => {
    mkdirSync(`${channel.work}/${id}`);
    for (const [name, modified] of [
      ["z", 1],
      ["part-10", 2],
      ["part-9", 2],
      ["a", 3],
    ] as const) {
      writeFileSync(`${channel.work}/${id}/${name}`, name);
      utimesSync(`${channel.work}/${id}/${name}`, modified, modified);
    }
    const claim = claimIn(channel, id);
    if (claim === null) throw new Error("there is no claim");
    return resumedClaim(claim, moments);
  });
  const files = resumed.flatMap((claim) => claim.files);
  const order = ["z", "part-9", "part-10", "a"];
  expect(files.map(({ name }) => name.text)).toEqual([...order, ...order]);
  const seenAt = files.map((file) => file.seenAt);
  expect(seenAt).toEqual(seenAt.toSorted((a, b) => a - b));
  expect(new Set(seenAt).size).toBe(8);
  expect(seenAt[3]).toBe(claimTime("0mgx2k7pq4hd1z"));
});
