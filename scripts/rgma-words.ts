/** What gas metering flows are called in plain words, with the file type that their headers have. */
export const titles: Readonly<Record<string, string>> = {
  G0100: "Order for a gas metering job, of any kind (ORJOB)",
  G0101: "Order for a gas metering job, supplier to metering agent (ORJOB)",
  G0200: "Gas metering job done, of any kind (ONJOB, JOB)",
  G0201: "Gas meter or corrector installed, metering agent to supplier to shipper (ONJOB)",
  G0202: "Gas meter or corrector installed, shipper to central data service (JOB)",
  G0203: "Gas meter or corrector removed, metering agent to supplier to shipper (ONJOB)",
  G0204: "Gas meter or corrector removed, shipper to central data service (JOB)",
  G0205: "Gas meter or corrector exchanged, metering agent to supplier to shipper (ONJOB)",
  G0206: "Gas meter or corrector exchanged, shipper to central data service (JOB)",
  G0207: "Other job on a gas meter or corrector, metering agent to supplier to shipper (ONJOB)",
  G0208:
    "Job on gas equipment that measures nothing, metering agent to supplier to shipper (ONJOB)",
  G0209: "Gas meter or corrector installed, metering agent to central data service (ONJOB)",
  G0210: "Gas meter or corrector removed, metering agent to central data service (ONJOB)",
  G0211: "Gas meter or corrector exchanged, metering agent to central data service (ONJOB)",
  G0300: "Request for gas asset details, of any kind (ORDET)",
  G0301: "Request for gas asset details, new metering agent to old (ORDET)",
  G0400: "Gas asset details handed over, of any kind (ONDET)",
  G0401: "Details of gas metering assets handed over, old metering agent to new (ONDET)",
  G0402:
    "Details of gas assets that measure nothing handed over, old metering agent to new (ONDET)",
  G0500: "Gas metering agent appointed or de-appointed (ONAGE)",
  G0501: "Gas metering agent appointed, supplier to new metering agent (ONAGE)",
  G0502: "Gas metering agent de-appointed, supplier to old metering agent (ONAGE)",
  G0600: "Gas metering details updated, of any kind (ONUPD, UPD)",
  G0601: "Gas metering agent appointed, metering agent to asset provider (ONUPD)",
  G0602: "Gas metering agent de-appointed, metering agent to asset provider (ONUPD)",
  G0603: "Gas asset installed, metering agent to asset provider (ONUPD)",
  G0604: "Gas asset removed, metering agent to asset provider (ONUPD)",
  G0605: "Gas asset found or missing, metering agent to supplier to shipper (ONUPD)",
  G0606: "Gas asset found or missing, shipper to central data service (UPD)",
  G0607: "Gas metering details updated or refreshed, metering agent to supplier to shipper (ONUPD)",
  G0608: "Gas metering details updated or refreshed, shipper to central data service (UPD)",
  G0609: "Gas asset found or missing, metering agent to central data service (ONUPD)",
  G0610:
    "Gas metering details updated or refreshed, metering agent to central data service (ONUPD)",
  G0700: "Response to a gas metering file (RNJOB, RRJOB, RNAGE, RRDET, RNDET, RNUPD)",
  G0701: "Response to a gas metering file that rejects (RNJOB, RRJOB, RNAGE, RRDET, RNDET, RNUPD)",
  G0702: "Response to a gas metering file that accepts (RNJOB, RRJOB, RNAGE, RRDET, RNDET, RNUPD)",
};

/**
 * Items that say who or where somebody is, how to reach them, how to get in, what care they need, and
 * free text in which a person may be named.
 */
export const personalItems: ReadonlySet<string> = new Set([
  ...["A0088", "A0089", "A0090", "A0100", "A0101", "A0106"],
  ...["A0003", "A0004", "A0006", "A0007", "A0008", "A0009", "A0010", "A0011", "A0012", "A0013"],
  ...["A0015", "A0016", "A0017", "A0018", "A0039", "A0075", "A0157", "A0158", "A0056", "A0192"],
]);
