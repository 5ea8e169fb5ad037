import type { JsonEventDefinition, JsonSource } from "../json-event-definition.ts";
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
    fields: written.fields.map(({ path, type, optional, codes, personal }) => ({
      path,
      type,
      required: optional !== true,
      codes: codes ?? null,
      personal: personal === true,
    })),
  };
}

function sourceOf(source: JsonSource | undefined): JsonSource {
  return source ?? null;
}
