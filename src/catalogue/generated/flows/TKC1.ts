// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TKC version 1: Token File for Commodity Invoice Supporting Information.
 * A message is an occurrence of group B50 File Name and Record Count.
 */
export type TKC1 = {
};
