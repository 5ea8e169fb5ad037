import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { until } from "../promises/workplace.ts";

/** Receives what is sent to a socket of systemd's kind. */
export interface Receiver {
  /** What came so far, one text a message. */
  readonly messages: readonly string[];
  close(): Promise<void>;
}

/** Node has no Unix datagram sockets: perl, which every Debian has, prints what comes as hexadecimal lines. */
const script = `
  use Socket; $| = 1;
  my $path = $ARGV[0]; $path =~ s/^\\@/\\0/;
  socket(my $socket, AF_UNIX, SOCK_DGRAM, 0) or die;
  bind($socket, pack_sockaddr_un($path)) or die; print "\\n";
  while (defined recv($socket, my $text, 65536, 0)) { print unpack("H*", $text), "\\n" }`;

/** Listens at a path, or at an abstract name that begins with \`@\`. */
export async function receiverAt(address: string): Promise<Receiver> {
  const child = spawn("perl", ["-e", script, address], { stdio: ["ignore", "pipe", "inherit"] });
  const messages: string[] = [];
  let rest = "";
  let isOpen = false;
  child.stdout.on("data", (piece) => {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines)
      if (line === "") isOpen = true;
      else messages.push(Buffer.from(line, "hex").toString());
  });
  await until("the receiver listens", () => isOpen && (address[0] === "@" || existsSync(address)));
  return {
    messages,
    close: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}
