import type { WrittenJsonEvent } from "./json-event-schema.ts";
import type { Report } from "./mistake.ts";

/** Reports what of a JSON event does not fit together. */
export function checkJsonEvent({ fields }: WrittenJsonEvent, report: Report): void {
  const types = new Map<string, string>();
  for (const [index, { path, type }] of fields.entries()) {
    const before = types.get(path);
    if (before !== undefined)
      report(
        ["fields", index, "path"],
        `a field before it has the path ${path}, of type ${before}; leave out one of them`,
      );
    else types.set(path, type);
  }
}
