import { plainTree } from "../tree/read/tree-reading.ts";
import { settlementFrame } from "./frame.ts";

/** How settlement files are recognised, read and written. */
export const settlementTree = plainTree(settlementFrame);
