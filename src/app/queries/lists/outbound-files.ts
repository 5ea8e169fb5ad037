import type { OutboundFilter, OutboundRecord } from "../../../core/outbound/outbound.ts";
import { type EnvelopeFilters, envelopeFilterOf } from "../../asked/filters.ts";
import { refuseUnknownOutlet } from "../../asked/known-words.ts";
import { type ListedOutboundView, viewListedOutbound } from "../../views/outbound-view.ts";
import { holdOnFile } from "../kept-outbound.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which outbound files and e-mails are wanted; all when nothing is said. */
export interface OutboundWanted extends EnvelopeFilters {
  readonly state?: NonNullable<OutboundFilter["state"]>;
  readonly channel?: string;
}

/** Outbound files and e-mails, the newest first asked for, each with the hold that keeps it. */
export const listOutbound: ListQuery<OutboundWanted, ListedOutboundView> = listQuery({
  name: "outbound files",
  key: numberKey,
  order: () => "newest",
  rows: async ({ store }, wanted: OutboundWanted, part) => {
    const { state, channel } = wanted;
    return store.outbound.list({
      ...envelopeFilterOf(wanted),
      ...(state !== undefined && { state }),
      ...(channel !== undefined && { channel }),
      ...part,
    });
  },
  keyOf: ({ id }: OutboundRecord) => id,
  items: async ({ store }, files) => {
    const holds = await store.holds.list();
    return files.map((file) => viewListedOutbound(file, holdOnFile(holds, file)));
  },
  onNothing: async (of, { channel }) => {
    await refuseUnknownOutlet(of, channel);
    return [];
  },
});
