import type { OutboundFilter, OutboundRecord } from "../../../core/outbound/outbound.ts";
import { type EnvelopeFilters, envelopeFilterOf } from "../../asked/filters.ts";
import { refuseUnknownOutlet } from "../../asked/known-words.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ListedOutboundView, viewListedOutbound } from "../../views/outbound-view.ts";
import { holdOnFile } from "../kept-outbound.ts";
import { type ListQuery, listQuery, numberKey, type Part } from "./list-query.ts";
import { lookWithin } from "./look-within.ts";

/** Which outbound files and e-mails are wanted; all when nothing is said. */
export interface OutboundWanted extends EnvelopeFilters {
  readonly state?: NonNullable<OutboundFilter["state"]>;
  readonly channel?: string;
}

async function highest({ store }: OpenInstallation): Promise<number> {
  for await (const { id } of store.outbound.list({ limit: 1 })) return id;
  return 0;
}

async function rows({ store }: OpenInstallation, wanted: OutboundWanted, part: Part<number>) {
  const { state, channel } = wanted;
  return store.outbound.list({
    ...envelopeFilterOf(wanted),
    ...(state !== undefined && { state }),
    ...(channel !== undefined && { channel }),
    ...part,
  });
}

/** Outbound files and e-mails, the newest first asked for, each with the hold that keeps it. */
export const listOutbound: ListQuery<OutboundWanted, ListedOutboundView> = listQuery({
  name: "outbound files",
  key: numberKey,
  order: () => "newest",
  rows,
  looked: lookWithin({ way: "newest", rows, highest }),
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
