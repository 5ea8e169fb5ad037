import type {
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonLimits,
  JsonSource,
} from "../../catalogue/json-event-definition.ts";
import type { WrittenJsonEvent } from "./json-event-schema.ts";

/** A JSON event as readers need it. */
export function resolveJsonEvent(written: WrittenJsonEvent): JsonEventDefinition {
  const { family, flow, version, name, discriminator, from = {}, to = {} } = written;
  return {
    family,
    flow,
    version,
    name,
    discriminator,
    wrapper: written.wrapper ?? null,
    items: written.items ?? null,
    anyCase: written.anyCase === true,
    closed: false,
    mask: written.mask ?? null,
    versionFrom: sourceOf(written.versionFrom),
    identity: sourceOf(written.identity),
    created: sourceOf(written.created),
    testFlag: sourceOf(written.testFlag),
    from: { role: sourceOf(from.role), participant: sourceOf(from.participant) },
    to: { role: sourceOf(to.role), participant: sourceOf(to.participant) },
    subject: written.subject ?? null,
    known: Object.entries(written.known ?? {}).map(([known, { paths, list }]) => ({
      name: known,
      paths,
      list: list === true,
    })),
    fields: written.fields.map((field) => fieldOf(field, written.tolerant === true)),
  };
}

function fieldOf(
  field: WrittenJsonEvent["fields"][number],
  tolerant: boolean,
): JsonFieldDefinition {
  const { path, type, optional, codes, personal } = field;
  return {
    path,
    type,
    required: optional !== true,
    when: field.when ?? null,
    nullable: field.nullable === true,
    advice: tolerant && field.needed !== true,
    pattern: field.pattern ?? null,
    length: limitsOf(field.length),
    range: limitsOf(field.range),
    count: limitsOf(field.count),
    aliases: field.aliases ?? [],
    codes: codes ?? null,
    exhaustive: field.exhaustive === true,
    personal: personal === true,
  };
}

function limitsOf(limits: WrittenJsonEvent["fields"][number]["length"]): JsonLimits | null {
  return limits === undefined ? null : [limits.min ?? null, limits.max ?? null];
}

function sourceOf(source: JsonSource | undefined): JsonSource {
  return source ?? null;
}
