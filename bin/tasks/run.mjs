import { Failure } from './failure.mjs'
import { runOnNode } from './node.mjs'

export const help = `bin/run FILE [arguments]
Runs a TypeScript file on the pinned Node.`

/** @param {string[]} args */
export async function main(args) {
  if (!args[0]) throw new Failure(help)
  return await runOnNode(args)
}
