#!/bin/sh
# ssh2-sftp-client 12.1.1 takes the kind of an entry, and its rights, from the line of the listing that is meant for people.
#
# Each entry of a listing has a name, a line of free text, and attributes (draft-ietf-secsh-filexfer-02, section 7: the
# form of the line is not specified, and clients should not parse it). list() gives the line's first letter as `type` and
# its next letters as `rights`, and drops the mode that the attributes have. At a server that puts the bare name there,
# every entry of a folder of flow files is of type "D"; a loop that takes what has the type "-" takes none of them,
# without an error.
#
# Seen (the attributes say: a regular file of 12 bytes that its owner may read and write):
#   ls -l line: type "-", rights "rw"
#   bare name: type "D", rights "001"
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ssh2-sftp-client@12.1.1 ssh2@1.17.0
cat >see.mjs <<'JS'
import ssh2 from "ssh2";
import SftpClient from "ssh2-sftp-client";
const { STATUS_CODE } = ssh2.utils.sftp;
const cases = [
  ["ls -l line", "-rw-------    1 partner partner       12 Mar  2 15:31 D0010.uff"],
  ["bare name", "D0010.uff"],
];
let longname = "";
const hostKeys = [ssh2.utils.generateKeyPairSync("ed25519").private];
const server = new ssh2.Server({ hostKeys }, (client) => {
  client.on("error", () => {});
  client.on("authentication", (context) => context.accept());
  client.on("session", (accept) =>
    accept().on("sftp", (begin) => {
      const sftp = begin();
      const attrs = { mode: 0o100600, size: 12, uid: 1000, gid: 1000, atime: 0, mtime: 0 };
      let isListed = false;
      sftp.on("OPENDIR", (id) => {
        isListed = false;
        sftp.handle(id, Buffer.from("folder"));
      });
      sftp.on("READDIR", (id) => {
        if (isListed) sftp.status(id, STATUS_CODE.EOF);
        else sftp.name(id, [{ filename: "D0010.uff", longname, attrs }]);
        isListed = true;
      });
      sftp.on("CLOSE", (id) => sftp.status(id, STATUS_CODE.OK));
    }),
  );
});
server.listen(0, "127.0.0.1", async () => {
  const client = new SftpClient("finding", {});
  const { port } = server.address();
  await client.connect({ host: "127.0.0.1", port, username: "partner", password: "any" });
  for (const [what, line] of cases) {
    longname = line;
    const [{ type, rights }] = await client.list("/");
    console.log(`${what}: type "${type}", rights "${rights.user}"`);
  }
  await client.end();
  server.close();
});
JS
node see.mjs | tee seen
cat >expected <<'TEXT'
ls -l line: type "-", rights "rw"
bare name: type "D", rights "001"
TEXT
diff expected seen
