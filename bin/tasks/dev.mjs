import { CHECKOUT, inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { installGap } from './install.mjs'
import { runOnNode } from './node.mjs'

export const help = `bin/dev
Runs the server and the web application from their sources on one address, and takes up each saved change.`

export async function main() {
  const gap = installGap(CHECKOUT)
  if (gap) throw new Failure(`The packages are not installed (${gap}). Run bin/setup first.`)
  return await runOnNode([inCheckout('bin/tasks/dev-server.mjs')])
}
