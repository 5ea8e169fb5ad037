import { posix } from "node:path";
import type { OutgoingFile } from "./outlet.ts";

/** Where a file is under its own name. */
export const targetPath = ({ folder, name }: Pick<OutgoingFile, "folder" | "name">): string =>
  `${folder}/${name}`;

/** Where it is while it is written: in its folder, or in one that is relative to it (`../temp/x`). */
export function temporaryPath({
  folder,
  temporary,
}: Pick<OutgoingFile, "folder" | "temporary">): string {
  if (!temporary.includes("/")) return `${folder}/${temporary}`;
  return temporary.startsWith("/") ? temporary : posix.join(folder, temporary);
}

/** Whether it is written under its own name at once, since the server renames nothing. */
export const isDirect = ({ name, temporary }: Pick<OutgoingFile, "name" | "temporary">): boolean =>
  name === temporary;
