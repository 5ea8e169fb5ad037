// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TKC version 1: Token File for Commodity Invoice Supporting Information.
 * A message is an occurrence of group B50 File Name and Record Count.
 */
export type TKC1 = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
