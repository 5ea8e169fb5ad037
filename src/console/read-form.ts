import type { Context } from "hono";
import { sentForm } from "../http/sent-body.ts";

/** The fields of a form that was sent, by their names. */
export type FormFields = Readonly<Record<string, string>>;

/** The texts of a form that was sent; files in it are left out. Throws a refusal where it is no form. */
export async function readForm(c: Context): Promise<FormFields> {
  const fields = Object.entries(await sentForm(c));
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
