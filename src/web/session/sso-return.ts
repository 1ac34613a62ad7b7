import { handOver } from './sso-proof.ts'

const names = ['state', 'code', 'iss', 'error', 'error_description']

let returned = takeFromAddress()
const handedOver = returned !== undefined && handOver(returned)
if (handedOver) returned = undefined

/** Whether this window went there for a proof, and its errand is done. */
export function isErrandDone(): boolean {
  return handedOver
}

/** What the sign-on service sent along when it sent the browser back; once. */
export function ssoReturn(): Record<string, string> | undefined {
  const answer = returned
  returned = undefined
  return answer
}

/** Taken off the address before anything else reads it: a code is for the server alone, and history need not keep it. */
function takeFromAddress(): Record<string, string> | undefined {
  const { pathname, search } = window.location
  const found = new URLSearchParams(search)
  if (pathname !== '/sign-in' || !found.has('state') || !(found.has('code') || found.has('error'))) return undefined
  window.history.replaceState(null, '', pathname)
  return Object.fromEntries(names.flatMap((name) => (found.has(name) ? [[name, found.get(name) ?? '']] : [])))
}
