import { settleBefore } from "../../../core/outbound/file-before.ts";
import type { OutboundRecord } from "../../../core/outbound/outbound.ts";
import { outboundKind } from "../../../core/outbound/outbound-kind.ts";
import { type Advice, advice, type Remedy } from "../../../core/stuck/remedy.ts";
import { askedOutbound } from "../../asked/asked.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type OutboundDetailView, viewOutboundDetail } from "../../views/outbound-view.ts";
import { holdOnFile, releaseAdvice } from "../kept-outbound.ts";

/** All that is known of an outbound file or e-mail. Rejects with a refusal when there is none. */
export async function showOutbound(
  { store }: Pick<OpenInstallation, "store">,
  { outbound: id }: { readonly outbound: number },
): Promise<OutboundDetailView> {
  const file = await askedOutbound(store, id);
  const hold = holdOnFile(await store.holds.list(), file);
  const before = file.behind === null ? null : await store.outbound.get(file.behind);
  const steps = await store.outbound.steps(id);
  const messages = await store.outbound.messages(id);
  const next = [
    ...nextSteps(file),
    ...(before === null ? [] : [itGoesOn(settleBefore(before))]),
    ...(hold === null ? [] : [releaseAdvice(hold)]),
  ];
  return viewOutboundDetail({ file, hold, before, steps, messages, next });
}

/** The very bytes of an outbound file or e-mail, in pieces. Rejects with a refusal when there is none. */
export async function* outboundBytes(
  { store }: Pick<OpenInstallation, "store">,
  { outbound: id }: { readonly outbound: number },
): AsyncGenerator<Uint8Array> {
  await askedOutbound(store, id);
  yield* store.outbound.stream(id);
}

function itGoesOn({ say, remedies }: Advice): Advice {
  return { say: `It ${say}`, remedies };
}

type Verb = Extract<Remedy, { readonly remedy: "decide-outbound" }>["verbs"][number];

function nextSteps({ id, state, onHold, envelope, name }: OutboundRecord): Advice[] {
  const to = (say: string, ...verbs: readonly Verb[]) =>
    advice(
      say,
      ...verbs.map((verb): Remedy => ({ remedy: "decide-outbound", verbs: [verb], outbound: id })),
    );
  if (onHold) return [to("To let it go: {}", "release")];
  if (state === "unknown")
    return [to("Ask whether it came. If it did: {}; if not: {}", "confirm", "retry")];
  if (state === "failed" && outboundKind({ envelope, name }) === "webhook")
    return [
      to(
        "Once it is taken again: {}; to let what happened since go without it: {}",
        "retry",
        "cancel",
      ),
    ];
  // An e-mail has no name to be changed, and as another it would go to those again who have it.
  if (state === "failed" && envelope === null)
    return [to("Once what is wrong is fixed: {}; it goes to those alone who have it not", "retry")];
  if (state === "failed")
    return [to("Once what is wrong is fixed: {}; under a new name: {}", "retry", "resend")];
  return [];
}
