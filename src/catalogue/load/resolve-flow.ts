import type { GroupDefinition } from "../definition.ts";
import { freeKey } from "../key.ts";
import { findSubject } from "../message-groups.ts";
import type { GroupOfFile } from "./file-schema.ts";
import {
  resolveFields,
  resolveGroup,
  resolveGroupOnly,
  type Source,
  wishedKeys,
} from "./resolve-group.ts";

/**
 * The group tree of a flow: items put in, messages found, everything named. On each way down from a
 * root, the first group that carries a subject or is called a message is the message. The groups above and beside messages
 * end in a message's data next to its own fields and groups, so their keys differ from all of those.
 */
export function resolveGroups(
  source: Source,
  flow: string,
  roots: readonly GroupOfFile[],
): GroupDefinition[] {
  const messages = new Map<GroupOfFile, GroupDefinition>();
  findMessages(source, flow, roots, messages);
  const inside = new Set<string>();
  for (const message of messages.values())
    for (const { key } of [...message.fields, ...message.groups]) inside.add(key);

  const outside = new Set<string>();
  const resolveOutside = (
    groups: readonly GroupOfFile[],
    above: ReadonlySet<string>,
  ): GroupDefinition[] =>
    groups.map((data) => {
      const message = messages.get(data);
      if (message !== undefined)
        return { ...message, key: freeKey(wishedKeys(data), outside, above) };
      const key = freeKey(wishedKeys(data), outside, inside, above);
      const fields = resolveFields(source, data);
      const below = resolveOutside(data.groups ?? [], new Set(fields.map((field) => field.key)));
      return { ...resolveGroupOnly(source, data, key, fields, null), groups: below };
    });

  if (messages.size > 0) return resolveOutside(roots, new Set());
  return roots.map((root) => resolveGroup(source, root, freeKey(wishedKeys(root), outside), null));
}

function findMessages(
  source: Source,
  flow: string,
  groups: readonly GroupOfFile[],
  found: Map<GroupOfFile, GroupDefinition>,
): void {
  for (const data of groups) {
    const subject = findSubject(flow, data);
    if (subject === null && data.message !== true)
      findMessages(source, flow, data.groups ?? [], found);
    else found.set(data, { ...resolveGroup(source, data, "", subject), message: true });
  }
}
