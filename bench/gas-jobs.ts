/** A file of installations of gas meters (G0201), each with its asset, register, reading and appointment. */
export function gasJobs(count: number): Buffer {
  const lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = String(index).padStart(10, "0");
    const mprn = 1_000_000_000 + index;
    const serial = String(index % 1_000_000).padStart(6, "0");
    lines.push(
      `"TRANS","EXM${number}","","","INSTL","NEWCN","","","COMLT","","D",20260331,"","",,`,
      `"MTPNT","",${mprn},"","","01","Left of the door, behind the bins","",1.022640,,`,
      `"ASSET","","INSTL","METER","","","U6","LPG",2024,"EX24${serial}","01","","LI"`,
      `"METER","","D","S",6.0000,"","",,"",,0.01`,
      `"REGST","","METER",5,"SCMH",1`,
      `"READG",20260331,0,"00000"`,
      `"MKPRT","MAP","EXA"`,
      `"APPNT","",20260331,,"","081500","100000"`,
    );
  }
  const header = `"HEADR","ONJOB","EXM","MAM","EXS","SUP",20260401,"093000","00000041"`;
  const trailer = `"TRAIL",${lines.length},${count}`;
  return Buffer.from(`${header}\n${lines.join("\n")}\n${trailer}\n`, "latin1");
}
