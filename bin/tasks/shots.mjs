import { rmSync } from 'node:fs'
import { inCheckout } from './checkout.mjs'
import { runOnNode } from './node.mjs'
import { tool } from './tool.mjs'

export const help = `bin/shots [part of a scene's name]
Looks at every scene of test/scenes, in both languages, light and dark, wide and narrow, and keeps a picture of each look
in .cache/shots. Fails on what cannot be read, reached or seen in full.`

/** @param {string[]} args */
export async function main([part]) {
  const folder = inCheckout('.cache', 'shots')
  if (!part) rmSync(folder, { recursive: true, force: true })
  process.env.DOSSIER_SHOTS = folder
  const [, vitest = ''] = tool('vitest')
  return await runOnNode([vitest, 'run', '--project', 'e2e', 'test/scenes', ...(part ? ['-t', part] : [])])
}
