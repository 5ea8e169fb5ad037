// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0279 } from "../codes.ts";

/**
 * D0151 version 001: Termination of Appointment or Contract by Supplier.
 * A message is an occurrence of group 297 MPAN Cores.
 */
export type D0151001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0279 Termination Reason, CHAR(2). */
  readonly terminationReason: J0279;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 298 Effective to Date, 0 or 1, conditional. */
  readonly effectiveToDate?: EffectiveToDate;
  /** 299 Effective toDate, 0 or 1, conditional. */
  readonly effectiveTodate?: EffectiveTodate;
  /** 300 Effective to Date, 0 or 1, conditional. */
  readonly effectiveToDate300?: EffectiveToDate300;
};

/** Group 298 Effective to Date. */
export type EffectiveToDate = {
  /** J0360 Effective to Date {MOA}, DATE. */
  readonly effectiveToDateMoa: string;
  /** 99H CoS Details, 0 or 1, conditional. */
  readonly cosDetails?: CosDetails;
};

/** Group 99H CoS Details. */
export type CosDetails = {
  /** J1194 New Supplier Id, CHAR(4), inferred. */
  readonly newSupplierId: string;
};

/** Group 299 Effective toDate. */
export type EffectiveTodate = {
  /** J0399 Effective to Date {DCA}, DATE. */
  readonly effectiveToDateDca: string;
};

/** Group 300 Effective to Date. */
export type EffectiveToDate300 = {
  /** J0340 Effective to Settlement Date {DAA}, DATE. */
  readonly effectiveToSettlementDateDaa: string;
};
