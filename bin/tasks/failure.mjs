/** What stops a task: one sentence for the reason, one for the fix. Printed without a stack. */
export class Failure extends Error {
  /**
   * @param {string} sentences
   * @param {ErrorOptions} [options]
   */
  constructor(sentences, options) {
    super(sentences, options)
    this.name = 'Failure'
  }
}

const FULL = 'is full. Free some space and start again.'
const FORBIDDEN = 'Start as the user who owns it, or copy Dossier to a folder of your own.'

/**
 * Turns what the file system refused into a Failure; other errors stay as they are.
 * @param {unknown} error
 * @param {string} place
 */
export function asFailure(error, place) {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const options = { cause: error }
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Failure(`The disk that holds ${place} ${FULL}`, options)
  if (code === 'EROFS') return new Failure(`${place} is on a read-only disk. Copy Dossier to another one.`, options)
  if (code === 'EACCES' || code === 'EPERM')
    return new Failure(`No permission to write in ${place}. ${FORBIDDEN}`, options)
  // Node says ENOENT where a folder cannot be made on a read-only disk.
  if (error instanceof Error && 'syscall' in error && error.syscall === 'mkdir')
    return new Failure(`No folder can be made in ${place}. ${FORBIDDEN}`, options)
  return error
}

/** @type {{ said: RegExp, sentence: string }[]} */
const INSTALL_TROUBLES = [
  { said: /ENOSPC|EDQUOT|no space left/i, sentence: `The disk ${FULL}` },
  { said: /EROFS/, sentence: 'The folder of Dossier is on a read-only disk. Copy it to another one.' },
  { said: /EACCES|EPERM/, sentence: `No permission to write in the folder of Dossier or of npm's cache. ${FORBIDDEN}` },
  {
    said: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i,
    sentence:
      'The package registry cannot be reached. Check the network and "npm config get registry", then start again.',
  },
  {
    said: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
    sentence:
      'The registry\'s certificate is not trusted here. Name its authority in "npm config set cafile", then start again.',
  },
  {
    said: /EUSAGE|in sync/,
    sentence:
      'package.json and package-lock.json do not agree. Run "npm install" and commit the lock file, or restore both.',
  },
  {
    said: /SIGKILL/,
    sentence:
      'npm was killed before it was done, as happens when memory runs out. Close other programs if it did, then start again.',
  },
  {
    said: /EINTEGRITY/,
    sentence: 'A package arrived damaged. Run "npm cache clean --force" and start again.',
  },
]

/**
 * Makes one sentence out of what npm said before it gave up.
 * @param {string} output
 */
export function installFailure(output) {
  const known = INSTALL_TROUBLES.find(({ said }) => said.test(output))
  return new Failure(
    known?.sentence ?? 'npm could not install the packages. Its last lines above say why; mend that and start again.',
  )
}
