import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and keeps what it says. `onStart` is told its process number at once.
 * @param {string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onStart?: (pid: number) => unknown }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function capture([program = '', ...args], { cwd, env, onStart } = {}) {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (/** @type {string} */ text) => {
      output += text
    })
  }
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message
      resolve(1)
    })
    child.once('close', (code, signal) => {
      if (signal) output += `\n${program} was ended by ${signal}.`
      resolve(code ?? 1)
    })
  })
  if (child.pid) await onStart?.(child.pid)
  return { code: await ended, output }
}

/**
 * The end of a long output, where programs say what went wrong.
 * @param {string} output
 * @param {number} count
 */
export const lastLines = (output, count) => output.trim().split('\n').slice(-count).join('\n')
