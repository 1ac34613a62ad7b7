import { CHECKOUT, inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { installGap } from './install.mjs'
import { runOnNode } from './node.mjs'
import { buildWebIfStale } from './web-build.mjs'

export const help = `bin/start
Builds the web application when its sources changed, then runs the server. "npm start" installs first.`

export async function main() {
  const gap = installGap(CHECKOUT)
  if (gap) throw new Failure(`The packages are not installed (${gap}). Use "npm start", or run bin/setup first.`)
  await buildWebIfStale()
  return await runOnNode([inCheckout('src/server/main.ts')])
}
