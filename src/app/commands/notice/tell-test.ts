import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { BusbarConfig } from "../../../config/config.ts";
import { type ToldContactEnd, tellContacts } from "./tell-contacts.ts";

/** Sends a test message to a contact, or to all of them, at once. */
export function tellTest(
  config: Pick<BusbarConfig, "mail" | "notices">,
  { contact, now }: { readonly contact?: string | undefined; readonly now: number },
): Promise<ToldContactEnd[]> {
  return tellContacts(config, {
    ...(contact !== undefined && { contact }),
    type: "test",
    id: `test-${randomUUID()}`,
    now,
    text: {
      subject: `[${config.notices.name}] Test: notices get through`,
      lines: [`This is a test, sent by hand on ${hostname()}. Nothing is wrong.`],
      advice: null,
    },
  });
}
