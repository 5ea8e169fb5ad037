import { hash } from "node:crypto";

/** The name of a blob while it is written, for one arrival always the same: what a killed program left is written over. */
export function draftOf(arrival: string): string {
  const claim = arrival.slice(0, arrival.indexOf("/"));
  const isMember = arrival.indexOf("/") !== arrival.lastIndexOf("/");
  return `.draft-${claim}${isMember ? `-${hash("sha256", arrival, "hex").slice(0, 16)}` : ""}`;
}
