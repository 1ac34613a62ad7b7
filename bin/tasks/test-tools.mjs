import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { aptGet, mayInstall } from './apt-get.mjs'
import { Failure } from './failure.mjs'

/** @typedef {{ what: string, packages: string[], isThere: () => boolean, required: boolean }} Tool */

/** @type {Tool[]} */
const TOOLS = [
  {
    what: 'Chromium (or set CHROMIUM to its program)',
    packages: ['chromium-headless-shell'],
    isThere: () => existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell'),
    required: true,
  },
  {
    what: 'a font with Chinese characters',
    packages: ['fonts-noto-cjk', 'fonts-noto-color-emoji', 'fontconfig'],
    isThere: () => spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim().length > 0,
    required: true,
  },
  {
    what: "Debian's PostgreSQL 15",
    packages: ['postgresql-15'],
    isThere: () => existsSync('/usr/lib/postgresql/15/bin/initdb'),
    required: false,
  },
]

// Debian would start a server of its own on port 5432; the tests need only the programs.
const NO_CLUSTER = '/etc/postgresql-common/createcluster.d/dossier-tests.conf'

/** Installs what the tests need from Debian's packages when root runs this; else says what to install. */
export async function prepareTestTools() {
  if (missing().length === 0) return
  if (mayInstall()) await installPackages(missing())
  const absent = missing()
  for (const { what, packages } of absent.filter((tool) => !tool.required))
    console.log(`The tests on ${what} will not run: it is not installed (apt-get install ${packages.join(' ')}).`)
  const needed = absent.filter((tool) => tool.required)
  if (needed.length === 0) return
  const packages = needed.flatMap((tool) => tool.packages).join(' ')
  throw new Failure(
    `The tests need ${needed.map((tool) => tool.what).join(' and ')}. On Debian or Ubuntu: sudo apt-get install ${packages}`,
  )
}

const missing = () => TOOLS.filter((tool) => !tool.isThere())

/** @param {Tool[]} tools */
async function installPackages(tools) {
  console.log(`Installing from Debian's packages: ${tools.map((tool) => tool.what).join(', ')}.`)
  await aptGet(['update'])
  const restore = keepClusterAway()
  try {
    for (const tool of tools) await aptGet(['install', '--yes', '--no-install-recommends', ...tool.packages])
  } finally {
    restore()
  }
}

function keepClusterAway() {
  mkdirSync(dirname(NO_CLUSTER), { recursive: true })
  writeFileSync(NO_CLUSTER, 'create_main_cluster = false\n')
  return () => rmSync(NO_CLUSTER, { force: true })
}
