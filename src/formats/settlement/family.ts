import type { FormatFamily } from "../family.ts";
import { plainFamily } from "../tree/read/family.ts";
import { settlementFrame } from "./frame.ts";

/** Files of the central settlement systems (NETA Interface Definition and Design, part 1). */
export const settlement: FormatFamily = plainFamily(settlementFrame);
