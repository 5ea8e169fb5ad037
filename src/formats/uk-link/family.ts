import type { FormatFamily } from "../family.ts";
import { quotedFamily } from "../tree/read/quoted-family.ts";
import { ukLinkFrame } from "./frame.ts";

/** UK Link: what gas shippers and Xoserve send each other. */
export const ukLink: FormatFamily = quotedFamily(ukLinkFrame);
