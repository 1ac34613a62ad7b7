import { z } from 'zod'
import { type Codec, openSettingSecret, type Runner, readSetting, sealSettingSecret, writeSetting } from '#kernel'

export const ssoSettingName = 'sso'

/** How people come in by the word of another house (OpenID Connect). Without issuer and client there is none. */
const shape = {
  issuer: z.string().trim().max(300),
  clientId: z.string().trim().max(300),
  /** What stands on the button. */
  label: z.string().trim().max(60),
  /** Which claim holds the login, at the first sign-in of each person. */
  claim: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[\w:./-]+$/),
  /** Whether its word that two factors were proved there is enough here. */
  trustMfa: z.boolean(),
}

export const ssoSettingsPatch = z.strictObject({ ...shape, secret: z.string().max(1_000) }).partial()
export type SsoSettingsPatch = z.infer<typeof ssoSettingsPatch>

/** The secret itself never leaves. */
export const ssoSettingsView = z.object({ ...shape, hasSecret: z.boolean() })
export type SsoSettingsView = z.infer<typeof ssoSettingsView>

const stored = z.object({
  issuer: z.string().default(''),
  clientId: z.string().default(''),
  label: z.string().default(''),
  claim: z.string().default('preferred_username'),
  trustMfa: z.boolean().default(false),
  /** Sealed. */
  secret: z.string().nullable().default(null),
})
type Stored = z.infer<typeof stored>

/** The settings with their secret opened. */
export type SsoSettings = Omit<Stored, 'secret'> & { secret: string }

type House = { db: Runner; codec: Codec }

const secretName = 'sso.secret'

export async function readSsoSettings(db: Runner): Promise<SsoSettingsView> {
  const { secret, ...plain } = await read(db)
  return { ...plain, hasSecret: secret !== null }
}

/** For whoever signs in; undefined where it is not set up. */
export async function openSsoSettings(house: House): Promise<SsoSettings | undefined> {
  const settings = await read(house.db)
  return settings.issuer && settings.clientId ? opened(house, settings) : undefined
}

/** What the settings would be. A secret belongs to the house and the client that it was given for: elsewhere it is not sent. */
export async function changedSsoSettings(house: House, change: SsoSettingsPatch): Promise<SsoSettings> {
  const before = await read(house.db)
  const { secret, ...plain } = change
  const after = { ...before, ...plain }
  const moved = after.issuer !== before.issuer || after.clientId !== before.clientId
  if (secret !== undefined) return { ...after, secret }
  return moved ? { ...after, secret: '' } : opened(house, after)
}

export async function writeSsoSettings({ db, codec }: House, { secret, ...plain }: SsoSettings): Promise<void> {
  await writeSetting(db, ssoSettingName, { ...plain, secret: await sealSettingSecret(codec, secretName, secret) })
}

async function read(db: Runner): Promise<Stored> {
  return stored.parse((await readSetting(db, ssoSettingName)) ?? {})
}

async function opened(house: House, { secret, ...plain }: Stored): Promise<SsoSettings> {
  return { ...plain, secret: await openSettingSecret(house, secretName, secret) }
}
