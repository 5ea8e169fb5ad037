/** A place in bytes, from one to before another. */
export interface BytePlace {
  readonly from: number;
  readonly to: number;
}

const delimiters = new Set(Buffer.from('|,;\t"\r\n:[]{}', "latin1"));
const blank = 0x20;

/** Every way in which files have a value: as text in either encoding, with doubled quotes, escaped for JSON. */
function spellings(value: string): Buffer[] {
  const json = JSON.stringify(value).slice(1, -1);
  const escaped = json.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const texts = [value, value.replaceAll('"', '""'), json, json.replaceAll("/", "\\/"), escaped];
  const all = [...texts.map((text) => Buffer.from(text)), Buffer.from(value, "latin1")];
  all.push(
    Buffer.from(escaped.replace(/\\u[0-9a-f]{4}/g, (one) => `\\u${one.slice(2).toUpperCase()}`)),
  );
  return all.filter((one, at) => all.findIndex((other) => other.equals(one)) === at);
}

/**
 * Where a value is in some bytes. `whole`: as a field, between what separates fields, blanks beside it let pass;
 * else anywhere.
 */
export function placesOf(
  bytes: Buffer,
  value: string,
  within: BytePlace,
  whole: boolean,
): BytePlace[] {
  const places: BytePlace[] = [];
  for (const wanted of spellings(value)) {
    if (wanted.length === 0) continue;
    for (let at = bytes.indexOf(wanted, within.from); at >= 0; at = bytes.indexOf(wanted, at + 1)) {
      const to = at + wanted.length;
      if (to > within.to) break;
      if (!whole || (isEdge(bytes, at - 1, -1) && isEdge(bytes, to, 1)))
        places.push({ from: at, to });
    }
  }
  return places.filter(
    ({ from, to }, at) =>
      places.findIndex((other) => other.from === from && other.to === to) === at,
  );
}

function isEdge(bytes: Buffer, at: number, step: 1 | -1): boolean {
  let place = at;
  while (bytes[place] === blank) place += step;
  const byte = bytes[place];
  return byte === undefined || delimiters.has(byte);
}

/** Where lines begin; after the last, where the bytes end. */
export function lineStarts(bytes: Buffer): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== bytes.length) starts.push(bytes.length);
  return starts;
}
