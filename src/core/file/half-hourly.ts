/** The flows of half-hourly settlement: interfaces (`IF-037`), publications (`PUB-047`) and reports (`REP-002A`). */
const halfHourlyFlow = /^(?:IF|PUB|REP)-\d{3}[A-Z]?$/;

/** Whether a flow is one of half-hourly settlement, whose messages go over the Data Integration Platform. */
export function isHalfHourly(flow: string): boolean {
  return halfHourlyFlow.test(flow);
}
