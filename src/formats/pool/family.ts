import type { FormatFamily } from "../family.ts";
import { plainFamily } from "../tree/read/family.ts";
import { poolFrame } from "./frame.ts";

/** The pool transfer format: what User File Format is to parties, between them and the central systems. */
export const pool: FormatFamily = plainFamily(poolFrame);
