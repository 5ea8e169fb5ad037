#!/bin/sh
# nodemailer 10.6.1 sends an address outside ASCII to a server that does not offer SMTPUTF8.
#
# RFC 6531, section 3.1: such an address may be sent only to a server that offers SMTPUTF8, with the SMTPUTF8 parameter
# in MAIL FROM. nodemailer sends the local part and the domain as UTF-8 bytes all the same, without the parameter and
# without putting the domain into its ASCII form. What becomes of the letter is up to the server: a lax one accepts it
# and may deliver it to another mailbox or bounce it later, when the sender has long counted it as delivered.
#
# Seen:
#   offered: SMTPUTF8 no
#   MAIL FROM:<sender@example.com>
#   RCPT TO:<jörg@exämple.com>
#   accepted: jörg@exämple.com
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts nodemailer@10.6.1
cat >see.mjs <<'JS'
import { createServer } from "node:net";
import { createTransport } from "nodemailer";
// A server with the least that SMTP asks for; it offers no extension and accepts every recipient.
const server = createServer((socket) => {
  let inData = false;
  const say = (line) => socket.write(`${line}\r\n`);
  say("220 mail.example ready");
  let rest = "";
  socket.on("data", (bytes) => {
    rest += bytes.toString("utf8");
    for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (inData) {
        if (line === ".") {
          inData = false;
          say("250 accepted");
        }
        continue;
      }
      if (/^(MAIL|RCPT)/.test(line)) console.log(line);
      if (line === "DATA") {
        inData = true;
        say("354 go on");
      } else if (line === "QUIT") {
        say("221 goodbye");
        socket.end();
      } else {
        if (/^EHLO/.test(line)) console.log("offered: SMTPUTF8 no");
        say("250 mail.example");
      }
    }
  });
});
server.listen(0, "127.0.0.1", async () => {
  const transport = createTransport({ host: "127.0.0.1", port: server.address().port, ignoreTLS: true });
  try {
    const sent = await transport.sendMail({
      from: "sender@example.com",
      to: "jörg@exämple.com",
      text: "The courier comes on Monday.",
    });
    console.log(`accepted: ${sent.accepted.join(" ")}`);
  } catch (error) {
    console.log(`refused: ${error.message}`);
  }
  transport.close();
  server.close();
});
JS
node see.mjs | tee seen
cat >expected <<'TEXT'
offered: SMTPUTF8 no
MAIL FROM:<sender@example.com>
RCPT TO:<jörg@exämple.com>
accepted: jörg@exämple.com
TEXT
diff expected seen
