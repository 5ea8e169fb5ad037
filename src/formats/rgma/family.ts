import type { FormatFamily } from "../family.ts";
import { quotedFamily } from "../tree/read/quoted-family.ts";
import { rgmaFrame } from "./frame.ts";

/** RGMA: flows about gas meters, between shippers, transporters and metering agents. */
export const rgma: FormatFamily = quotedFamily(rgmaFrame);
