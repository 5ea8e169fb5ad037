/**
 * Bytes of an element that is cut off: more than are read, so that a message which is too large is refused
 * alone, by its own reader. A bound all the same, since an element is kept in memory until its end.
 */
export const elementBytes = 32 << 20;
