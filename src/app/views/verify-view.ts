import { z } from "zod";

/** Something in the store that is not as it must be; `drift`: it reads otherwise by today's definitions. */
export const faultView = z.strictObject({
  code: z.string(),
  about: z.string(),
  message: z.string(),
  drift: z.literal(true).optional(),
});
