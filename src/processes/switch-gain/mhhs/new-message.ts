import type { IsoDate, WorkingCalendar } from "../../../calendar/working-calendar.ts";
import { dateAt, instantAt } from "../../../calendar/working-days.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import type { Gainer } from "../settings.ts";
import type { Switch } from "../state.ts";
import { ownPart } from "./refusals.ts";

/** What a message of ours says beside its envelope. */
export interface NewMessage {
  readonly flow: string;
  readonly eventCode: string;
  readonly to: Recipient;
  readonly now: number;
  /** What it is sent for, which tells it from others of the same switch. */
  readonly purpose: string;
  readonly blocks: object;
}

/** A message to the Data Integration Platform, with its envelope. */
export function newMessage(gainer: Gainer, state: Switch, message: NewMessage): object {
  const { flow, eventCode, to, now, purpose, blocks } = message;
  const sender = gainer.dipIds.get(gainer.us) ?? gainer.us;
  return {
    CommonBlock: {
      S0: { interfaceID: flow, schemaVersion: "011", eventCode },
      S1: {
        environmentTag: gainer.settings.environment,
        subText: null,
        senderUniqueReference: referenceOf(flow, sender, ownPart(state, purpose), now),
        senderTimestamp: stamp(now),
        senderDIPID: sender,
        senderRoleID: "SUP",
        senderCorrelationID: null,
        DIPConnectionProviderID: null,
      },
      A0: { primaryRecipients: [to.participant] },
      M0: {
        MPANCore: state.point,
        distributorDIPID: state.halfHourly?.distributor ?? null,
        GSPGroupID: state.halfHourly?.gspGroup ?? state.registered?.gspGroup ?? null,
      },
    },
    CustomBlock: blocks,
  };
}

/** The platform's form of a reference. */
function referenceOf(flow: string, sender: string, own: string, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  return `S-${flow}-${sender}-SUP-${day}-${own}`;
}

/** A moment in the platform's 25 characters, in UTC. */
function stamp(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+00:00`;
}

/** The first moment of a day by the calendar's clocks, with their offset. */
export function localMidnight(calendar: WorkingCalendar, date: IsoDate): string {
  const at = instantAt(calendar, date, "00:00");
  const isSummer = dateAt(calendar, at) === date && new Date(at).getUTCHours() === 23;
  return isSummer ? `${date}T00:00:00+01:00` : `${date}T00:00:00+00:00`;
}
