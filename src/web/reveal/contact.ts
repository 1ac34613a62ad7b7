import { revealValue } from '../api/records.ts'
import type { ContactWay } from '../kind-web.ts'
import { titleOf } from '../words/title-of.ts'
import { words } from '../words/words.ts'
import type { MaskedPlace } from './use-reveal.ts'

/** A call that has been handed to the telephone. */
export type Call = { object: string; record: string; name: string; at: Date }

let lastCall: Call | undefined

/** The last call that nobody has written down yet; asked for once. */
export function takeLastCall(): Call | undefined {
  const call = lastCall
  lastCall = undefined
  return call
}

export function noteCall(call: Omit<Call, 'at'>): void {
  lastCall = { ...call, at: new Date() }
}

/** Calls or writes without showing the number or the address: the telephone or the mail program gets it. */
export async function contactBy({ object, record, field }: MaskedPlace, { use, address }: ContactWay): Promise<void> {
  const isMasked = record.masked?.[field.name] !== undefined
  const reason = words(`reveal.use.${use}`)
  const value = isMasked ? await revealValue(object, record.id, { field: field.name, reason, use }) : record[field.name]
  if (use === 'dial') noteCall({ object: object.name, record: record.id, name: titleOf(object, record) })
  follow(address(String(value)))
}

/** The link never stands on the page, where it could be read. */
function follow(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.click()
}
