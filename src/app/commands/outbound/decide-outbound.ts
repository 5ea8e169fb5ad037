import type { OutboundDecision, OutboundRecord } from "../../../core/outbound/outbound.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { resend } from "../../../outbound/deliver/resend.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { askedOutbound } from "../../asked/asked.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import { moveSpentNumbers } from "../../heartbeat/missing-from-store.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** What a person decides about one outbound file or e-mail. */
export interface DecideOutboundInput {
  readonly outbound: number;
  readonly decision: OutboundDecision;
}

/** Does what a person decided about an outbound file or e-mail; gives it as it is then. */
export async function decideOutbound(
  { store }: OpenInstallation,
  { outbound: id, decision }: DecideOutboundInput,
  by: ChangedBy,
): Promise<OutboundRecord> {
  const changedBy = whoAndWhy(by);
  return store.outbound.decide({ id, decision, ...changedBy });
}

/** What a person decides about one message that is in no file yet. */
export interface DecideMessageInput {
  readonly message: number;
  readonly decision: "retry" | "cancel";
}

/** Does what a person decided about a message that is in no file yet. */
export async function decideMessage(
  { store }: OpenInstallation,
  { message: id, decision }: DecideMessageInput,
  by: ChangedBy,
): Promise<void> {
  const changedBy = whoAndWhy(by);
  await store.outboundMessages.decide({ id, decision, ...changedBy });
}

/** A file or e-mail that was sent again. */
export interface ResentOutbound {
  /** The new one. */
  readonly file: OutboundRecord;
  /** The one it is sent again for, which stays as it is. */
  readonly before: OutboundRecord;
}

/**
 * Makes a new file or e-mail of what was in another, by the configuration as it is now. Rejects with a `RefusedError`
 * when what it said of a person was erased: it would be sent without.
 */
export async function resendOutbound(
  installation: OpenInstallation,
  { outbound }: { readonly outbound: number },
  by: ChangedBy,
): Promise<ResentOutbound> {
  const changedBy = whoAndWhy(by);
  const { config, store, clock } = installation;
  const before = await askedOutbound(store, outbound);
  const erased = await store.erasures.ofOutbound(outbound);
  if (erased !== null)
    throw new RefusedError(
      "conflict",
      `What outbound ${outbound} said of a person was erased (erasure ${erased.erasure.id}), so that it cannot be sent again`,
      { code: "ERASED", about: `outbound ${outbound}` },
    );
  // A restored store that no daemon has looked at yet would give a number that is spent.
  await moveSpentNumbers(store, config);
  const catalogue = await installation.catalogue();
  const { outbound: channels, mail, webhooks } = config;
  const id = await resend(
    { store, catalogue, channels, mail, webhooks, now: clock.wall() },
    { outbound, ...changedBy },
  );
  return { file: await askedOutbound(store, id), before };
}
