import { waitForLock } from '../../src/server/pid-lock.js'
import { CHECKOUT, inCheckout } from './checkout.mjs'
import { asFailure } from './failure.mjs'
import { install, installGap } from './install.mjs'
import { usableNode } from './node.mjs'
import { provideNodeLibrary } from './node-library.mjs'
import { prepareTestTools } from './test-tools.mjs'

export const help = `bin/setup [--test]
Installs the packages of package-lock.json when they are missing, and checks that the pinned Node runs.
With --test also what the tests need: Chromium, a Chinese font and Debian's PostgreSQL.`

/** @param {string[]} args */
export async function main(args) {
  try {
    await provideNodeLibrary()
    if (installGap(CHECKOUT)) await installAlone()
    usableNode()
    if (args.includes('--test')) await prepareTestTools()
  } catch (error) {
    throw asFailure(error, CHECKOUT)
  }
}

async function installAlone() {
  const lock = await waitForLock(inCheckout('.cache/setup.lock'), (pid) =>
    console.log(`Another setup (process ${pid}) is at work in this folder; waiting for it.`),
  )
  try {
    const gap = installGap(CHECKOUT)
    if (!gap) return
    console.log(`Installing packages (${gap}); the first time takes a minute or two.`)
    const begun = Date.now()
    await install(CHECKOUT, lock.share)
    console.log(`Packages are installed (${Math.round((Date.now() - begun) / 1000)} s).`)
  } finally {
    await lock.release()
  }
}
