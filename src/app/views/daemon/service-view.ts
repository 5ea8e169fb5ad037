import { z } from "zod";
import { count } from "../parts.ts";

/** How the systemd service of an installation is. Null is what it is unknown: where systemd does not run, all. */
export const serviceView = z.strictObject({
  path: z.string(),
  unitFile: z.enum(["absent", "current", "outdated", "foreign"]),
  active: z.string().nullable(),
  enabled: z.string().nullable(),
  restarts: count,
  text: z.string().nullable(),
});

/** The service as views give it. */
export type ServiceView = z.infer<typeof serviceView>;

/** The service for programs. */
export function viewService(service: ServiceView): ServiceView {
  const { path, unitFile, active, enabled, restarts, text } = service;
  return { path, unitFile, active, enabled, restarts, text };
}
