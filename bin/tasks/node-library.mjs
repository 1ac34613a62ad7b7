import { spawnSync } from 'node:child_process'
import { aptGet, mayInstall } from './apt-get.mjs'
import { Failure } from './failure.mjs'

const LDCONFIG = '/sbin/ldconfig'

/**
 * The pinned Node needs one library that a bare Linux lacks: it is installed where that is allowed, else named.
 * Before the packages: their install scripts run on that Node, and npm would quietly leave out those that fail.
 */
export async function provideNodeLibrary() {
  if (!lacksLibrary()) return
  if (mayInstall()) {
    console.log("Installing libatomic1 from Debian's packages: the pinned Node needs it.")
    await aptGet(['update'])
    await aptGet(['install', '--yes', '--no-install-recommends', 'libatomic1'])
  }
  if (!lacksLibrary()) return
  throw new Failure(
    'The pinned Node needs the system library libatomic, which is not installed. ' +
      'On Debian or Ubuntu: sudo apt-get install libatomic1; on Fedora: sudo dnf install libatomic. Then start again.',
  )
}

/** The loader's own list tells; a system without that list is not judged. */
function lacksLibrary() {
  if (process.platform !== 'linux') return false
  const { status, stdout } = spawnSync(LDCONFIG, ['-p'], { encoding: 'utf8' })
  return status === 0 && !stdout.includes('libatomic.so.1')
}
