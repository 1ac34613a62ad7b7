import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createServer as createVite } from 'vite'
import { CHECKOUT } from './checkout.mjs'

const port = Number(process.env.PORT || 8080)
const apiPort = await freePort()
const url = process.env.DOSSIER_URL || `http://localhost:${port}`

// Pages from vite, which changes them in place; everything else from the server behind it, restarted on change.
const vite = await createVite({
  root: CHECKOUT,
  clearScreen: false,
  server: {
    port,
    strictPort: true,
    proxy: { '/api': `http://127.0.0.1:${apiPort}` },
    watch: { ignored: ['**/.data/**', '**/.cache/**', '**/dist/**'] },
  },
})
await vite.listen().catch((error) => {
  const taken = /already in use/.test(error.message)
  console.error(taken ? `Port ${port} is taken. Stop what uses it, or set PORT to another.` : error)
  process.exit(1)
})

const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'src/server/main.ts'], {
  cwd: CHECKOUT,
  stdio: 'inherit',
  env: {
    ...process.env,
    PORT: String(apiPort),
    DOSSIER_URL: url,
    DOSSIER_TLS: 'off',
    DOSSIER_TLS_CERT: '',
    DOSSIER_TLS_KEY: '',
  },
})
console.log(`Dossier from its sources: ${url}`)

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => stop(signal))
server.once('exit', async (code) => {
  await vite.close()
  process.exit(code ?? 0)
})

/**
 * A terminal sends Ctrl-C to the server too.
 * @param {NodeJS.Signals} signal
 */
function stop(signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return address && typeof address === 'object' ? address.port : 0
}
