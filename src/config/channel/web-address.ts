import { z } from "zod";

const urlExpected = "an address such as https://alerts.example.com/busbar";
const plainExpected =
  "an address that begins with https:; http: only with `private: true`, within a network of your own";

/** An address on the web that something is sent to; who logs in is in no address. */
export const webUrl = z.string({ error: urlExpected }).refine(
  (given) => {
    const { protocol, username } = URL.parse(given) ?? {};
    return (protocol === "https:" || protocol === "http:") && username === "";
  },
  { error: urlExpected },
);

/** Whether an address may lie in a private network. */
export const isPrivate = z.boolean({ error: "true or false" }).default(false);

/** Complains of an address that is plain HTTP and not private. */
export function plainOnlyPrivate(
  given: { readonly url: string; readonly private: boolean },
  context: z.RefinementCtx,
): void {
  if (given.private || given.url.startsWith("https:")) return;
  context.addIssue({ code: "custom", path: ["url"], message: plainExpected });
}
