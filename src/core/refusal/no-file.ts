import { advice } from "../stuck/remedy.ts";
import { notFound, type RefusedError } from "./refused-error.ts";

/** That there is no such file. */
export function noFile(id: number): RefusedError {
  return notFound(
    `file ${id}`,
    advice("`{}` shows those there are", { remedy: "list", of: "file" }),
  );
}
