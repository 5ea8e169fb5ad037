import { asInUserFiles } from "../as-in-user-files.ts";
import type { FormatFamily } from "../family.ts";
import { plainTree } from "../tree/read/tree-reading.ts";
import { poolFrame } from "./frame.ts";

/** The pool transfer format: what User File Format is to parties, between them and the central systems. */
export const pool: FormatFamily = {
  ...plainTree(poolFrame),
  numbering: "definition",
  repeats: "by-bytes",
  saysVersion: true,
  saysSender: true,
  lettersRoles: true,
  emptyTestFlag: () => "live",
  usualIdentifier: "{number:10}",
  extension: "txt",
  answers: null,
  madeUp: asInUserFiles,
};
