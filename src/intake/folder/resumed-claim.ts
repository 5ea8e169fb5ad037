import { lstatSync } from "node:fs";
import type { Claim } from "../../channels/folder/claim.ts";
import { type ArrivalMoments, compareArrivals } from "../channel/arrival-order.ts";

/**
 * A claim of an earlier run with its files in the order of their arrival, as they were claimed. When each
 * was first seen is no longer known: they get moments that rise in that order, about when it was claimed.
 */
export function resumedClaim(claim: Claim, moments: ArrivalMoments): Claim {
  const places = claim.files.map((file) => {
    const modifiedAt = lstatSync(file.path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return { file, name: file.name.text, modifiedAt };
  });
  places.sort(compareArrivals);
  const claimedAt = claim.files[0]?.seenAt ?? 0;
  const seenAt = moments.of(places.length, claimedAt);
  const files = places.map(({ file }) => ({ ...file, seenAt: seenAt.next().value ?? claimedAt }));
  return { ...claim, files };
}
