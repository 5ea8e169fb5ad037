/** Codes of problems for which a whole file awaits release, though nothing in it is wrong. */
export const reservationCodes: ReadonlySet<string> = new Set(["TEST_DATA", "NOT_FOR_US"]);
