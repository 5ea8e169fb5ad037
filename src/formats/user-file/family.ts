import type { FormatFamily } from "../family.ts";
import { plainFamily } from "../tree/read/family.ts";
import { userFileFrame } from "./frame.ts";

/** User File Format, variable length: lines of pipe-terminated fields from a ZHV header to a ZPT trailer. */
export const userFile: FormatFamily = plainFamily(userFileFrame);
