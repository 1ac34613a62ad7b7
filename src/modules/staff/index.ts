import {
  type Context,
  defineModule,
  dormantPeople,
  type Prepared,
  revokeAccess,
  type Values,
  type Write,
} from '#kernel'
import { checkPersonsRights } from '#modules/access'
import { approvalOfPerson } from '#modules/officers'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import { resetJob } from './password-links.ts'
import { dormantDays, readSignInSettings } from './sign-in-settings.ts'

async function guard(ctx: Context, values: Values, before: Values | null, record: Prepared): Promise<void> {
  await keepOneHead(ctx, values, before)
  checkPersonsRights(ctx, values, before, record)
}

/** Nobody locks the company out of its own house. */
async function keepOneHead(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (before?.role !== 'head' || (values.role === 'head' && values.active !== false)) return
  await refuseWithoutHead(ctx)
}

async function refuseWithoutHead(ctx: Context): Promise<void> {
  const { items } = await ctx
    .asSystem('count heads')
    .records(user)
    .list({ where: { role: 'head', active: true }, limit: 2, uncounted: true })
  if (items.length < 2) throw new AppError(409, 'staff.last_head')
}

/** Whoever is deactivated or removed is out at once: on every device, with every key, and with all that runs in their name. */
async function shutOut(ctx: Context, { records, action }: Write): Promise<void> {
  for (const { id } of records) {
    if (action === 'delete') {
      await refuseHeadless(ctx)
      await revokeAccess(ctx, id)
    } else if (action === 'update') {
      const { items } = await ctx
        .asSystem('who is active')
        .records(user)
        .list({ where: { id, active: false }, limit: 1, uncounted: true })
      if (items.length) await revokeAccess(ctx, id)
    }
  }
}

async function refuseHeadless(ctx: Context): Promise<void> {
  const { items } = await ctx
    .asSystem('count heads')
    .records(user)
    .list({ where: { role: 'head', active: true }, limit: 1, uncounted: true })
  if (!items.length) throw new AppError(409, 'staff.last_head')
}

/** Where the company wants it: accounts that nobody has used for long are switched off. The last head stays. */
async function endDormant(ctx: Context): Promise<void> {
  if ((await readSignInSettings(ctx.db)).passwords !== 'mlps3') return
  for (const id of await dormantPeople(ctx.db, ctx.kernel.registry, dormantDays)) {
    const { version } = await ctx.records(user).get(id)
    await ctx
      .records(user)
      .update(id, { active: false }, { version, reason: 'dormant' })
      .catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'staff.last_head') throw error
      })
  }
}

/** What holds for members of staff beyond their records. */
export const staff = defineModule({
  name: 'staff',
  label: { zh: '员工', en: 'Staff' },
  jobs: [resetJob],
  maintain: endDormant,
  hooks: { user: { prepare: guard, proven: true, approval: approvalOfPerson, written: { follow: shutOut } } },
})

export { invite, queueReset } from './password-links.ts'
export { readSignInSettings, type SignInSettings, signInSettingName, signInSettings } from './sign-in-settings.ts'
export {
  changedSsoSettings,
  openSsoSettings,
  readSsoSettings,
  type SsoSettings,
  ssoSettingName,
  ssoSettingsPatch,
  ssoSettingsView,
  writeSsoSettings,
} from './sso-settings.ts'
