/** Zeros behind the text: places are looked at several at a time, and none is behind the end. */
const behind = 16;
/** Stands for a character beyond ASCII, whichever it is. */
const beyond = 0x80;
/** Room that is kept for the next text; a larger one has its own. */
const keptBytes = 64 << 10;

/** A text as bytes, one for each character, so that a place in them is a place in the text. */
export interface FlatText {
  /** Zeros are behind the text, of which JSON has none. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

const kept = roomFor(keptBytes);

/**
 * A text one byte a character: those of ASCII as they are, any other as 128. `bytes` are those that it was
 * decoded from. What is given is only good until the next call.
 */
export function flatText(text: string, bytes: Uint8Array): FlatText {
  const { length } = text;
  const room = length + behind <= keptBytes ? kept : roomFor(length + behind);
  // In UTF-8 any other character takes more bytes than it has places in a text.
  if (length === bytes.length) room.bytes.set(bytes);
  else
    for (let at = 0; at < length; at += 1) {
      const code = text.charCodeAt(at);
      room.bytes[at] = code < beyond ? code : beyond;
    }
  room.bytes.fill(0, length, length + behind);
  return room;
}

function roomFor(size: number): FlatText {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer) };
}
