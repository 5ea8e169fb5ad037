// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0098 } from "../codes.ts";

/**
 * D0051 version 001: Affirmation of Half Hour Data Retrieval Method and Associated Details.
 * A message is an occurrence of group 120 Retrieval Data.
 */
export type D0051001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0098 Retrieval Method, CHAR(1). */
  readonly retrievalMethod: J0098;
  /** J0722 Retrieval Method Effective Date, DATE. */
  readonly retrievalMethodEffectiveDate: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
};
