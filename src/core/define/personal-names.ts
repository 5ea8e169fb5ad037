import { z } from "zod";

/** The names of a schema's members that are marked `.meta({ personal: true })`, however deep they are. */
export function personalNames(schema: z.ZodType): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (part: unknown, name: string | null): void => {
    if (typeof part !== "object" || part === null) return;
    if (name !== null && "personal" in part && part.personal === true) found.add(name);
    for (const [key, inner] of Object.entries(part))
      if (key === "properties" && typeof inner === "object" && inner !== null)
        for (const [member, of] of Object.entries(inner)) walk(of, member);
      else walk(inner, name);
  };
  walk(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), null);
  return found;
}
