import { rmSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { runOnNode } from './node.mjs'
import { tool } from './tool.mjs'

export const help = `bin/shots [part of a scene's name]
bin/shots --guide [part of a scene's name]
Looks at every scene of test/scenes, in both languages, light and dark, wide and narrow, and keeps a picture of each look
in .cache/shots. Fails on what cannot be read, reached or seen in full. With --guide it makes the pictures of docs/user instead, in both languages.`

/** @param {string[]} args */
export async function main([first, ...rest]) {
  if (first === '--guide') {
    process.env.DOSSIER_GUIDE = inCheckout('docs', 'user', 'pictures')
    return await look(rest[0])
  }
  return await keepAll(first)
}

/** @param {string | undefined} part */
async function keepAll(part) {
  const folder = inCheckout('.cache', 'shots')
  if (!part) rmSync(folder, { recursive: true, force: true })
  process.env.DOSSIER_SHOTS = folder
  return await look(part)
}

/** @param {string | undefined} part */
async function look(part) {
  const [, vitest = ''] = tool('vitest')
  return await runOnNode([vitest, 'run', '--project', 'e2e', 'test/scenes', ...(part ? ['-t', part] : [])])
}
