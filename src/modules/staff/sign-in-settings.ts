import { z } from 'zod'
import { type Runner, readSetting } from '#kernel'

const name = 'sign-in'

/** Days without use after which an account ends, where the company wants it. */
export const dormantDays = 90

/** How people sign in. Everything has a default, so that a setting of an older version still reads. */
export const signInSettings = z.strictObject({
  /** `modern`: long and not easy to guess. `mlps3`: also mixed, changed every 90 days, none of the last five, unused accounts end. */
  passwords: z.enum(['modern', 'mlps3']).default('modern'),
  /** Roles that need a second factor. */
  secondFactor: z.array(z.string().max(60)).max(50).default([]),
  /** Networks from which people may sign in and work; none = from everywhere. */
  networks: z.array(z.string().max(60)).max(100).default([]),
})
export type SignInSettings = z.infer<typeof signInSettings>

export async function readSignInSettings(db: Runner): Promise<SignInSettings> {
  return signInSettings.parse((await readSetting(db, name)) ?? {})
}

export const signInSettingName = name
