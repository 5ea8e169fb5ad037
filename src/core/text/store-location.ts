/** Whether a `store:` is the address of a database on a server, and not a file. */
export function isDatabaseAddress(location: string): boolean {
  return /^postgres(ql)?:/i.test(location);
}

/** Whether an address says which database of its server is meant. */
export function namesDatabase(address: string): boolean {
  return /^postgres(ql)?:\/\/[^/?#]*\/[^?#]+/i.test(address);
}

/** Where a store is, as people may see it: without the password. */
export function shownStore(location: string): string {
  if (!isDatabaseAddress(location)) return location;
  return location
    .replace(/^(\w+:\/\/[^:@/?#]*):[^@/?#]*@/, "$1:***@")
    .replace(/([?&]password=)[^&#]*/gi, "$1***");
}
