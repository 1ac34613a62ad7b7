import { existsSync } from 'node:fs'
import { capture, lastLines } from './capture.mjs'

export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * A failure shows in what is missing afterwards; here only its last lines.
 * @param {string[]} args
 */
export async function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await capture(['apt-get', '-q', ...args], { env })
  if (code !== 0) console.error(lastLines(output, 5))
}
