import type { Catalogue } from "../../catalogue/definition.ts";
import type { Outcome } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { SequenceClaim, SequenceRule } from "../../core/file/sequence.ts";
import { formatOf } from "../../formats/recognise.ts";

/** A file's place in its sender's sequence; null when it has no number or nobody looks at it. */
export function sequenceClaim(
  catalogue: Catalogue,
  { sequenceNumber = null }: Outcome,
  envelope: Envelope,
): SequenceClaim | null {
  const byHeader = formatOf(envelope).numbering === "header";
  const text = byHeader ? envelope.fileIdentifier : sequenceNumber;
  if (text === null || !/^\d{1,12}$/.test(text)) return null;
  const { check, onGap, waitForMs } = ruleOf(catalogue, envelope);
  return check === "off" ? null : { number: Number(text), check, onGap, waitForMs };
}

/** The definition's rule, then what this installation says of the flow, then of the sender. */
function ruleOf(catalogue: Catalogue, envelope: Envelope): SequenceRule {
  const { flow, version, from } = envelope;
  const usual = catalogue.find(flow, version)?.definition.rules ?? formatOf(envelope);
  const settings = catalogue.settings?.(flow);
  const { role, participant } = from;
  const sender =
    settings?.senders[`${role ?? ""}:${participant ?? ""}`] ?? settings?.senders[participant ?? ""];
  return { ...usual.sequence, ...settings?.sequence, ...sender?.sequence };
}
