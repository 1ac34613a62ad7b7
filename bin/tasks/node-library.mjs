import { rmSync } from 'node:fs'
import { aptGet, mayInstall } from './apt-get.mjs'
import { inCheckout } from './checkout.mjs'
import { Failure } from './failure.mjs'
import { pinnedTrouble } from './node.mjs'

/** The pinned Node needs one library that a bare Linux lacks: it is installed where that is allowed, else named. */
export async function provideNodeLibrary() {
  if (!lacksLibrary()) return
  if (mayInstall()) {
    console.log("Installing libatomic1 from Debian's packages: the pinned Node needs it.")
    await aptGet(['update'])
    await aptGet(['install', '--yes', '--no-install-recommends', 'libatomic1'])
  }
  if (!lacksLibrary()) return
  // npm scripts look for `node` there first: the next start must find one that runs, to be able to say this again.
  rmSync(inCheckout('node_modules/.bin/node'), { force: true })
  throw new Failure(
    'The pinned Node needs the system library libatomic, which is not installed. ' +
      'On Debian or Ubuntu: sudo apt-get install libatomic1; on Fedora: sudo dnf install libatomic. Then start again.',
  )
}

const lacksLibrary = () => pinnedTrouble().includes('libatomic')
