import { CHECKOUT } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { installGap } from './install.mjs'
import { runOnNode } from './node.mjs'
import { main as setUp } from './setup.mjs'

export const help = `bin/run FILE [arguments]
Runs a TypeScript file on the pinned Node, and installs first what it needs where that is missing.`

/** @param {string[]} args */
export async function main(args) {
  if (!args[0]) throw new Failure(help)
  if (installGap(CHECKOUT)) await setUp([])
  return await runOnNode(args)
}
