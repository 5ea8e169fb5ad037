import type { OpeningDispute } from "./state.ts";

/** Whether the other side spoke last, and says otherwise than that it agrees: a person is to answer. */
export function awaitsOurs({ answer, answeredAt, said }: OpeningDispute): boolean {
  if (answer === null || answer === "Y") return false;
  return said === null || said.at < (answeredAt ?? 0);
}

/** Whether both sides agree, whoever said so last. */
export function isSettled(dispute: OpeningDispute): boolean {
  if (dispute.answer === "Y") return true;
  return dispute.said?.status === "Y" && !awaitsOurs(dispute);
}

/** Since when the other side is to answer what we wrote last; null when nothing of ours waits for it. */
export function awaitsTheirsSince(dispute: OpeningDispute): number | null {
  const { at, proposed, answer, said } = dispute;
  if (answer === null) return proposed.length > 0 ? at : null;
  // What we refused, they have to write again; an answer that agrees needs none.
  return said !== null && said.status !== "Y" && answer !== "Y" && !awaitsOurs(dispute)
    ? said.at
    : null;
}
