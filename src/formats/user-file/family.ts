import { asInUserFiles } from "../as-in-user-files.ts";
import type { FormatFamily } from "../family.ts";
import { plainTree } from "../tree/read/tree-reading.ts";
import { userFileFrame } from "./frame.ts";

/** User File Format, variable length: lines of pipe-terminated fields from a ZHV header to a ZPT trailer. */
export const userFile: FormatFamily = {
  ...plainTree(userFileFrame),
  numbering: "definition",
  repeats: "by-bytes",
  saysVersion: true,
  saysSender: true,
  lettersRoles: true,
  // J1063 may be left out.
  emptyTestFlag: () => "warn",
  usualIdentifier: "{number:10}",
  extension: "usr",
  answers: null,
  madeUp: asInUserFiles,
};
