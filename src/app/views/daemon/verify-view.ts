import { z } from "zod";
import type { Advice } from "../../../core/stuck/remedy.ts";
import type { Fault } from "../../../store/port/verify-store.ts";

/** Something in the store that is not as it must be; `drift`: it reads otherwise by today's definitions. */
export const faultView = z.strictObject({
  code: z.string(),
  about: z.string(),
  message: z.string(),
  drift: z.literal(true).optional(),
});

/** A fault for programs; `text` says what can be done about it. */
export function viewFault(
  { remedy, message, ...fault }: Fault,
  text: (advice: Advice) => string,
): z.infer<typeof faultView> {
  return { ...fault, message: remedy === undefined ? message : `${message} ${text(remedy)}` };
}
