// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0533 } from "../codes.ts";

/**
 * D0173 version 001: Token Transaction Data.
 * A message is an occurrence of group 358 PANs Against Which Payments Made.
 */
export type D0173001 = {
  /** J0525 PAN Number, CHAR(19). */
  readonly panNumber: string;
  /** J0526 Customer Payment Amount, ±NUM(7,2). */
  readonly customerPaymentAmount: string;
  /** J0527 Customer Payment Date, DATE. */
  readonly customerPaymentDate: string;
  /** J0528 Customer Payment Time, TIME. */
  readonly customerPaymentTime?: string;
  /** J0529 Payment Location, CHAR(9). */
  readonly paymentLocation: string;
  /** J0530 Terminal Transaction Number, NUM(6). */
  readonly terminalTransactionNumber?: string;
  /** J0532 Polling Date, DATE. */
  readonly pollingDate?: string;
  /** J0533 Source of Transaction, NUM(1). */
  readonly sourceOfTransaction?: J0533;
  /** J0534 Method of Payment, NUM(1). */
  readonly methodOfPayment?: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
};
