import { existsSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { runOnNode } from './node.mjs'

/** @type {Record<string, string>} */
const VERBS = {
  'create-admin': 'makes the first account, or opens a locked one',
  seed: 'fills the database: demo, or large --rows N',
  import: 'reads a list of customers from a file',
  backup: 'writes everything into one file',
  restore: 'brings a backup back',
  'verify-audit': 'proves that the trail was not tampered with',
  'verify-records': 'proves that nobody gave rights away in the database itself',
  'prove-audit': 'writes the proof of one row of the trail into a file',
  'verify-proof': 'checks such a file, or an export of the trail, without a database',
  'export-audit': 'writes rows of the trail with their proofs into a file',
  keys: 'shows the keys, and their recovery sheets once',
  doctor: 'checks the installation and says what to mend',
}

const fileOf = (/** @type {string} */ verb) => inCheckout('src/cli', `${verb}.ts`)
const verbs = Object.keys(VERBS).filter((verb) => existsSync(fileOf(verb)))

export const help = [
  'npx dossier <verb> [arguments]',
  ...verbs.map((verb) => `  ${verb.padEnd(14)}${VERBS[verb]}`),
].join('\n')

/** @param {string[]} args */
export async function main([verb, ...args]) {
  if (!verb) throw new Failure(help)
  if (!verbs.includes(verb)) throw new Failure(`There is no verb "${verb}".\n${help}`)
  return await runOnNode([fileOf(verb), ...args])
}
