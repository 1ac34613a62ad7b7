import { z } from 'zod'
import { type Context, openSettingSecret, type Runner, readSetting, sealSettingSecret, writeSetting } from '#kernel'
import { AppError } from '#shared/app-error'

const name = 'mail'
const siteName = 'site'

/** One line, so that nothing of it becomes a header or a command of its own. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)
const origin = z
  .string()
  .regex(/^https?:\/\/[^/\s?#@]+\/?$/)
  .refine(URL.canParse)
  .transform((text) => new URL(text).origin)

/** How mail leaves. Empty = not set up. */
const shape = {
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^[\w.:-]*$/),
  port: z.number().int().min(1).max(65_535),
  /** `tls`: from the first byte; `starttls`: plain at first, and never further without; `none`: within the house alone. */
  tls: z.enum(['tls', 'starttls', 'none']),
  user: line(254),
  /** Whose mail it is. */
  from: z.union([z.literal(''), z.email().max(254)]),
  fromName: line(120),
  /** The address that links lead to, as users type it. */
  address: z.union([z.literal(''), origin]),
}

export const mailSettingsPatch = z.strictObject({ ...shape, password: line(500) }).partial()
export type MailSettingsPatch = z.infer<typeof mailSettingsPatch>

/** `addressFixed`: the start says it (`DOSSIER_URL`), and nobody else. The password never leaves. */
export const mailSettingsView = z.object({
  ...shape,
  from: z.string(),
  address: z.string(),
  hasPassword: z.boolean(),
  addressFixed: z.boolean(),
  ready: z.boolean(),
})
export type MailSettingsView = z.infer<typeof mailSettingsView>

const stored = z.object({
  host: z.string().default(''),
  port: z.number().default(465),
  tls: shape.tls.default('tls'),
  user: z.string().default(''),
  from: z.string().default(''),
  fromName: z.string().default(''),
  address: z.string().default(''),
  password: z.string().nullable().default(null),
})
type Stored = z.infer<typeof stored>

const secretName = 'mail.password'

export async function readMailSettings(db: Runner): Promise<MailSettingsView> {
  return viewOf(await readStored(db), await siteOf(db))
}

/** What the start knows of the address that users type. */
export async function keepSiteAddress(db: Runner, address: string | undefined): Promise<void> {
  await writeSetting(db, siteName, { address: address ?? '' })
}

/**
 * Changes what is given. The password belongs to the server, the way there and the user that it was given for: where one of
 * these changes it has to be given again, so that nobody sends it to a server of their own.
 */
export async function changeMailSettings(ctx: Context, change: MailSettingsPatch): Promise<MailSettingsView> {
  const before = await readStored(ctx.db)
  const { password, ...plain } = change
  const next: Stored = { ...before, ...plain }
  const moved = (['host', 'port', 'tls', 'user'] as const).some((each) => next[each] !== before[each])
  if (password !== undefined) next.password = await sealSettingSecret(ctx.kernel.codec, secretName, password)
  else if (moved) next.password = null
  if (next.tls === 'none' && (next.user || next.password)) throw new AppError(422, 'mail.password_in_clear')
  await writeSetting(ctx.db, name, next)
  return viewOf(next, await siteOf(ctx.db))
}

/** Where and as whom mail is handed over. */
export type MailServer = {
  host: string
  port: number
  tls: 'tls' | 'starttls' | 'none'
  user: string
  password: string
}

/** The settings with their password opened, for whoever sends; undefined where mail is not set up. */
export async function mailServer(ctx: Context): Promise<(MailServer & { from: string; fromName: string }) | undefined> {
  const settings = await readStored(ctx.db)
  if (!viewOf(settings, await siteOf(ctx.db)).ready) return undefined
  const { host, port, tls, user, from, fromName } = settings
  const house = { db: ctx.db, codec: ctx.kernel.codec }
  return {
    host,
    port,
    tls,
    user,
    from,
    fromName,
    password: await openSettingSecret(house, secretName, settings.password),
  }
}

async function readStored(db: Runner): Promise<Stored> {
  return stored.parse((await readSetting(db, name)) ?? {})
}

async function siteOf(db: Runner): Promise<string> {
  return z
    .object({ address: z.string() })
    .catch({ address: '' })
    .parse(await readSetting(db, siteName)).address
}

function viewOf({ password, ...plain }: Stored, site: string): MailSettingsView {
  const address = site || plain.address
  return {
    ...plain,
    address,
    hasPassword: password !== null,
    addressFixed: site !== '',
    ready: plain.host !== '' && plain.from !== '' && address !== '',
  }
}
