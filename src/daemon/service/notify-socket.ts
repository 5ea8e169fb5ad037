/** Sends a message to the service manager; throws when that cannot be reached. */
export type SendNotice = (text: string) => void;

/** Of Linux, on every architecture that Node runs on. */
const unixFamily = 1;
const datagram = 2;
const closeOnExec = 0o2000000;
const noSignal = 0x4000;

/** A Unix socket's address has room for so many bytes. */
const mostPathBytes = 107;

/**
 * A way to send datagrams to a Unix socket: Node itself has none, so that the C library is called, which
 * `node:ffi` does. `address` is a path, or a name that begins with `@`. Null where this Node has no `node:ffi`.
 */
export async function notifySocket(address: string): Promise<SendNotice | null> {
  const library = await libraryCalls();
  if (library === null) return null;
  const { socket, sendto, close } = library;
  const target = addressBytes(address);
  return (text) => {
    const descriptor = socket(unixFamily, datagram | closeOnExec, 0);
    if (descriptor < 0) throw new Error("no Unix socket can be opened");
    try {
      const bytes = Buffer.from(text);
      const sent = sendto(descriptor, bytes, BigInt(bytes.length), noSignal, target, target.length);
      if (sent < 0n) throw new Error(`nobody listens on the socket ${address}`);
    } finally {
      close(descriptor);
    }
  };
}

/** `struct sockaddr_un`: the family in the machine's order, then the path; an abstract name begins with NUL. */
function addressBytes(address: string): Buffer {
  const path = Buffer.from(address.replace(/^@/, "\0"));
  if (path.length > mostPathBytes)
    throw new Error(`the name of the socket ${address} is longer than a Unix socket's may be`);
  const family = Buffer.from(new Uint16Array([unixFamily]).buffer);
  return Buffer.concat([family, path]);
}

/** The calls of the C library that sending takes; null where this Node cannot make them. */
async function libraryCalls() {
  try {
    const { dlopen } = await import("node:ffi");
    const { functions } = dlopen(null, {
      socket: { arguments: ["i32", "i32", "i32"], return: "i32" },
      sendto: { arguments: ["i32", "buffer", "u64", "i32", "buffer", "u32"], return: "i64" },
      close: { arguments: ["i32"], return: "i32" },
    });
    return functions;
  } catch {
    return null;
  }
}
