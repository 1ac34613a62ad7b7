import { join, resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { isNetwork } from './sign-in/networks.ts'
import { StartFailure } from './start-failure.ts'
import type { CertificateFiles } from './tls/certificate-files.ts'

const CHECKOUT = resolve(import.meta.dirname, '../..')

const ifSet = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().max(65535))
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/./)
  .refine(URL.canParse)
const siteUrl = z
  .string()
  .regex(/^https?:\/\/[^/]+\/?$/)
  .refine(URL.canParse)
  .transform((text) => new URL(text).origin)

const proxies = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()))
  .refine((all) => all.every(isNetwork))

const settings = z.object({
  PORT: ifSet(port.default(8080)),
  DOSSIER_HOST: ifSet(z.string().default('127.0.0.1')),
  DOSSIER_DATA: ifSet(z.string().default('.data')),
  DOSSIER_KEYS: ifSet(z.string().optional()),
  DATABASE_URL: ifSet(databaseUrl.optional()),
  DATABASE_DIRECT_URL: ifSet(databaseUrl.optional()),
  DOSSIER_CHECKPOINTS: ifSet(z.string().optional()),
  DOSSIER_CHECKPOINT_COMMAND: ifSet(z.string().optional()),
  DOSSIER_URL: ifSet(siteUrl.optional()),
  DOSSIER_PROXIES: ifSet(proxies.optional()),
  DOSSIER_TLS: ifSet(z.enum(['own', 'off']).optional()),
  DOSSIER_TLS_CERT: ifSet(z.string().optional()),
  DOSSIER_TLS_KEY: ifSet(z.string().optional()),
  DOSSIER_ADMIN_LOGIN: ifSet(z.string().optional()),
  DOSSIER_ADMIN_PASSWORD: ifSet(z.string().optional()),
})

const NOT_A_DATABASE = {
  reason: 'is not the address of a PostgreSQL database.',
  fix: 'Write it as postgres://user:password@host:5432/database, with special characters of the password as %XX.',
}

const faults: Record<string, { reason: string; fix: string }> = {
  PORT: { reason: 'is not a port.', fix: 'Use a number from 0 to 65535, such as 8080.' },
  DATABASE_URL: NOT_A_DATABASE,
  DATABASE_DIRECT_URL: NOT_A_DATABASE,
  DOSSIER_PROXIES: {
    reason: 'does not name networks.',
    fix: 'Write the addresses of your proxies with commas between, such as 127.0.0.1, 10.0.0.0/8.',
  },
  DOSSIER_TLS: {
    reason: 'is neither own nor off.',
    fix: 'Use own for a certificate that Dossier makes itself, or off for plain http; for a certificate of yours unset it and set DOSSIER_TLS_CERT and DOSSIER_TLS_KEY.',
  },
  DOSSIER_URL: {
    reason: 'is not the address of a site.',
    fix: 'Write it as users type it and without a path, such as https://dossier.example.com.',
  },
}

/** The settings of one server process, checked. */
export type Env = {
  port: number
  /** The address to listen on: this computer only, unless DOSSIER_HOST says otherwise. */
  host: string
  /** Absolute; a relative DOSSIER_DATA counts from the checkout. */
  dataDir: string
  /** Where the key file is; by default `keys` inside the data folder. */
  keysDir: string
  /** Absent: the embedded PostgreSQL. */
  databaseUrl?: string
  /** For LISTEN and jobs, where DATABASE_URL leads to a pooler. */
  databaseDirectUrl?: string
  /** The second place that keeps checkpoints of the trail; absolute. */
  checkpoints: string
  /** Reads each checkpoint, for syslog or another machine. */
  checkpointCommand?: string
  /** The address that users type, without a slash at its end. */
  url?: string
  /** Networks of proxies before it, whose word about the caller's address counts. */
  proxies?: readonly string[]
  /** https with a certificate that it makes itself, or with these files; absent: plain http. */
  tls?: 'own' | CertificateFiles
  admin?: { login: string; password: string }
}

/** Reads the settings; a wrong one is a StartFailure that names it, the reason and the fix. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = settings.safeParse(source)
  if (!parsed.success) throw wrongSetting(String(parsed.error.issues[0]?.path[0]))
  const { data } = parsed
  const dataDir = resolve(CHECKOUT, data.DOSSIER_DATA)
  if (data.DATABASE_DIRECT_URL && !data.DATABASE_URL)
    throw new StartFailure('DATABASE_DIRECT_URL is set without DATABASE_URL.', 'Set both, or neither.')
  return {
    port: data.PORT,
    host: data.DOSSIER_HOST,
    dataDir,
    keysDir: data.DOSSIER_KEYS ? resolve(CHECKOUT, data.DOSSIER_KEYS) : join(dataDir, 'keys'),
    databaseUrl: data.DATABASE_URL,
    databaseDirectUrl: data.DATABASE_DIRECT_URL,
    checkpoints: resolve(CHECKOUT, data.DOSSIER_CHECKPOINTS ?? join(dataDir, 'checkpoints')),
    checkpointCommand: data.DOSSIER_CHECKPOINT_COMMAND,
    url: data.DOSSIER_URL,
    proxies: data.DOSSIER_PROXIES,
    tls: tlsOf(data),
    admin: firstAdmin(data.DOSSIER_ADMIN_LOGIN, data.DOSSIER_ADMIN_PASSWORD),
  }
}

// The value itself is not repeated: a database address holds a password, and the terminal may be logged.
function wrongSetting(name: string): StartFailure {
  const fault = faults[name]
  return new StartFailure(
    `The setting ${name} ${fault?.reason ?? 'is not valid.'}`,
    fault?.fix ?? 'Correct or unset it.',
  )
}

/** Beyond this computer nothing goes in the clear, unless a proxy or the administrator takes that upon themselves. */
function tlsOf(data: z.infer<typeof settings>): Env['tls'] {
  const tls = askedTls(data)
  if (tls && data.DOSSIER_URL?.startsWith('http:'))
    throw new StartFailure(
      'DOSSIER_URL begins with http:, but the server speaks https.',
      'Begin it with https:, or set DOSSIER_TLS=off.',
    )
  return tls
}

function askedTls(data: z.infer<typeof settings>): Env['tls'] {
  const { DOSSIER_TLS: mode, DOSSIER_TLS_CERT: cert, DOSSIER_TLS_KEY: key } = data
  if (cert && key && !mode) return { certFile: resolve(CHECKOUT, cert), keyFile: resolve(CHECKOUT, key) }
  if (mode && (cert || key))
    throw new StartFailure(
      `DOSSIER_TLS=${mode} is set beside DOSSIER_TLS_CERT or DOSSIER_TLS_KEY.`,
      'Unset it to use your files, or unset them.',
    )
  if (cert || key) {
    const [given, missing] = cert ? ['CERT', 'KEY'] : ['KEY', 'CERT']
    throw new StartFailure(
      `DOSSIER_TLS_${given} is set, but DOSSIER_TLS_${missing} is not.`,
      'Set both, or neither and DOSSIER_TLS=own for a certificate that Dossier makes itself.',
    )
  }
  if (mode) return mode === 'own' ? 'own' : undefined
  const isBehindProxy = data.DOSSIER_URL || data.DOSSIER_PROXIES
  return isBehindProxy || isLoopback(data.DOSSIER_HOST) ? undefined : 'own'
}

/** Whether nobody but this computer itself reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback')
}

function firstAdmin(login: string | undefined, password: string | undefined): Env['admin'] {
  if (login && password) return { login, password }
  if (!login && !password) return undefined
  const [given, missing] = login ? ['LOGIN', 'PASSWORD'] : ['PASSWORD', 'LOGIN']
  throw new StartFailure(
    `DOSSIER_ADMIN_${given} is set, but DOSSIER_ADMIN_${missing} is not.`,
    'Set both, or neither and use the setup link of the first start.',
  )
}
