/** The type of the event that a flow's message becomes, e.g. `D0010_RECEIVED`. */
export function receivedEventType(flow: string): string {
  return `${flow}_RECEIVED`;
}
