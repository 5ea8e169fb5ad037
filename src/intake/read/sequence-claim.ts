import type { Catalogue } from "../../catalogue/definition.ts";
import { familyRules, type TreeFamily } from "../../catalogue/flow-rules.ts";
import type { Outcome } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { SequenceClaim, SequenceRule } from "../../core/file/sequence.ts";

/**
 * Families whose file identifier is the number: the sequence number of a settlement file, the
 * generation number of a UK Link file.
 */
const numberedByHeader: ReadonlySet<string> = new Set<TreeFamily>(["settlement", "uk-link"]);

/** A file's place in its sender's sequence; null when it has no number or nobody looks at it. */
export function sequenceClaim(
  catalogue: Catalogue,
  { sequenceNumber = null }: Outcome,
  envelope: Envelope,
): SequenceClaim | null {
  const byHeader = numberedByHeader.has(envelope.family);
  const text = byHeader ? envelope.fileIdentifier : sequenceNumber;
  if (text === null || !/^\d{1,12}$/.test(text)) return null;
  const { check, onGap, holdForMs } = ruleOf(catalogue, envelope);
  return check === "off" ? null : { number: Number(text), check, onGap, holdForMs };
}

/** The definition's rule, then what this installation says of the flow, then of the sender. */
function ruleOf(catalogue: Catalogue, { flow, version, family, from }: Envelope): SequenceRule {
  const rules = catalogue.find(flow, version)?.definition.rules ?? rulesOf(family);
  const settings = catalogue.settings?.(flow);
  const { role, participant } = from;
  const sender =
    settings?.senders[`${role ?? ""}:${participant ?? ""}`] ?? settings?.senders[participant ?? ""];
  return { ...rules.sequence, ...settings?.sequence, ...sender?.sequence };
}

function rulesOf(family: string) {
  const known: Readonly<Partial<Record<string, (typeof familyRules)[TreeFamily]>>> = familyRules;
  return known[family] ?? familyRules["user-file"];
}
