import { BlockList, isIPv6 } from "node:net";

/** Networks that are nobody's but their own: a request from here would go where others cannot look. */
const networks: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
  ["::", 128],
  ["::1", 128],
  ["64:ff9b:1::", 48],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
];

const privateNetworks = new BlockList();
for (const [network, bits] of networks)
  privateNetworks.addSubnet(network, bits, isIPv6(network) ? "ipv6" : "ipv4");

/** Whether an address is of this machine, or of a private network. */
export function isPrivateAddress(address: string): boolean {
  return privateNetworks.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** Why a host is not asked, for people. */
export function privateAddressText(host: string, address: string): string {
  const which = host === address ? host : `${host} is ${address}, which`;
  return `${which} is in a private network; say \`private: true\` if it is meant`;
}
