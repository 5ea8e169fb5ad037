// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0382 version 001: Rejection Response for Request to LDSO for Site Technical Details.
 * A message is an occurrence of group 94L MPAN Cores.
 */
export type D0382001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2215 D0170 Rejection Description, CHAR(2). */
  readonly d0170RejectionDescription: string;
};
