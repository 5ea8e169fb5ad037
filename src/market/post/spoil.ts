import type { Chance } from "../chance/chance.ts";

/** Damages a file in one of the ways in which files are: cut off, a character changed, a piece of it missing. */
export function spoil(bytes: Uint8Array, chance: Chance, name: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const way = chance.pick(["cut", "changed", "missing"] as const, name, "way");
  const at = chance.whole(Math.floor(text.length / 3), text.length - 20, name, "place");
  if (way === "cut") return Buffer.from(text.slice(0, at), "latin1");
  if (way === "missing") return Buffer.from(text.slice(0, at) + text.slice(at + 15), "latin1");
  // A line end or a quote in the midst of something.
  return Buffer.from(`${text.slice(0, at)}\n"${text.slice(at + 2)}`, "latin1");
}

/** An array of messages with one more that nobody can take: its metering point has a wrong check digit. */
export function withBadElement(bytes: Uint8Array): Uint8Array {
  const elements = JSON.parse(Buffer.from(bytes).toString()) as unknown;
  const all: unknown[] = Array.isArray(elements) ? elements : [elements];
  const bad = structuredClone(all[0]) as {
    CommonBlock: { S1: { senderUniqueReference: string }; M0: { MPANCore: string } };
  };
  const { S1, M0 } = bad.CommonBlock;
  S1.senderUniqueReference = `${S1.senderUniqueReference}bad`;
  const last = (Number(M0.MPANCore.at(-1)) + 1) % 10;
  M0.MPANCore = `${M0.MPANCore.slice(0, -1)}${last}`;
  return Buffer.from(`${JSON.stringify([...all, bad], null, 2)}\n`);
}
