#!/bin/sh
# ssh2-sftp-client 12.1.1 says that a file does not exist when the server says that it could not look.
#
# An SFTP server answers SSH_FX_NO_SUCH_FILE (2) when nothing is there, and SSH_FX_FAILURE (4) for every trouble that
# the protocol has no code for: its disk, a mount that is gone, a backend that does not answer just now. exists() makes
# one of both and resolves with false; stat() rejects with "No such file" and ENOENT. Who looks before writing, to replace
# nothing and to deliver nothing twice, is told that the way is free.
#
# Seen:
#   nothing is there (2): exists false
#   the server could not look (4): exists false
#   permission denied (3): exists rejected, _xstat: Permission denied /D0010.uff
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ssh2-sftp-client@12.1.1 ssh2@1.17.0
cat >see.mjs <<'JS'
import ssh2 from "ssh2";
import SftpClient from "ssh2-sftp-client";
const cases = [
  [2, "nothing is there"],
  [4, "the server could not look"],
  [3, "permission denied"],
];
let answer = 0;
const hostKeys = [ssh2.utils.generateKeyPairSync("ed25519").private];
const server = new ssh2.Server({ hostKeys }, (client) => {
  client.on("error", () => {});
  client.on("authentication", (context) => context.accept());
  client.on("session", (accept) =>
    accept().on("sftp", (begin) => {
      const sftp = begin();
      sftp.on("LSTAT", (id) => sftp.status(id, answer));
    }),
  );
});
server.listen(0, "127.0.0.1", async () => {
  const client = new SftpClient("finding", {});
  const { port } = server.address();
  await client.connect({ host: "127.0.0.1", port, username: "partner", password: "any" });
  for (const [code, what] of cases) {
    answer = code;
    const said = await client.exists("/D0010.uff").catch((error) => `rejected, ${error.message}`);
    console.log(`${what} (${code}): exists ${said}`);
  }
  await client.end();
  server.close();
});
JS
node see.mjs | tee seen
cat >expected <<'TEXT'
nothing is there (2): exists false
the server could not look (4): exists false
permission denied (3): exists rejected, _xstat: Permission denied /D0010.uff
TEXT
diff expected seen
