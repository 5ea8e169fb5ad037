/** What is said of persons: keys of processes are metering points and accounts, data is what was sent about them. */
const personal: ReadonlySet<string> = new Set([
  "data",
  "from",
  "key",
  "line",
  "processKey",
  "saw",
  "subject",
  "subjects",
  "value",
]);

/** Numbers of metering points, meters, accounts and telephones within a sentence. */
const longNumber = /\d{9,}/g;

const masked = "[masked]";

/** An answer for those who may not see what is said of persons, of the same shape. */
export function maskPersonal(value: unknown): unknown {
  if (typeof value === "string") return isOwn(value) ? value : value.replace(longNumber, masked);
  if (Array.isArray(value)) return value.map(maskPersonal);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, maskedMember(name, inner)]),
  );
}

/** Moments and hashes are nobody's numbers. */
function isOwn(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) || /^[0-9a-f]{64}$/.test(text);
}

function maskedMember(name: string, value: unknown): unknown {
  // A process's state is made of its data; the state of anything else is a word.
  if (name === "state" && typeof value === "object" && value !== null) return {};
  if (!personal.has(name)) return maskPersonal(value);
  if (typeof value === "string") return masked;
  if (name === "saw" || name === "data") return {};
  return maskPersonal(value);
}
