import type { IsoDate } from "../../calendar/working-calendar.ts";

/** An erroneous transfer between two suppliers. */
export interface ErroneousTransfer {
  readonly supplier: string;
  readonly at: number;
  readonly reason: string;
  readonly customer: string;
  readonly contactDate: IsoDate;
  /** Begun by us; else by the other supplier. */
  readonly ours: boolean;
  /** Newest status of either side, `A` to `H`. */
  readonly status: string;
  readonly answeredAt: number | null;
  /** What we said to it last, other than that we propose it; null when nothing. */
  readonly said: { readonly at: number; readonly status: "B" | "C" | "G" } | null;
}

/** Accepted by either side: the point is to go back. */
export function isAccepted({ status }: Pick<ErroneousTransfer, "status">): boolean {
  return status === "B" || status === "E";
}

/** Rejected or cancelled by either side. */
export function isOver({ status }: Pick<ErroneousTransfer, "status">): boolean {
  return "CFGH".includes(status);
}

/** Taken by mistake, as agreed with another supplier, and the point is another's again. */
export function isGivenBack({
  transfers,
  endedAt,
}: {
  readonly transfers: readonly ErroneousTransfer[];
  readonly endedAt: number | null;
}): boolean {
  return endedAt !== null && transfers.some(isAccepted);
}
