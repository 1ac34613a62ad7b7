import { z } from 'zod'
import { auditRow, requireDuty, requireFreshProof } from '#kernel'
import {
  changeMailSettings,
  mailSettingsPatch,
  mailSettingsView,
  mailTroubles,
  queueMail,
  readMailSettings,
  recentMails,
} from '#modules/mail'
import { type Route, route } from './route.ts'

const moment = z.iso.datetime()
const mails = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      person: z.uuid(),
      state: z.enum(['queued', 'sent', 'failed']),
      attempts: z.number().int(),
      trouble: z.enum(mailTroubles).nullable(),
      queuedAt: moment,
      endedAt: moment.nullable(),
    }),
  ),
  titles: z.record(z.string(), z.string()),
})

/** How mail leaves the house, and which has. */
export const mailRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/api/mail-settings',
    status: 200,
    answer: mailSettingsView,
    summary: { zh: '邮件设置', en: 'How mail leaves' },
    handle: ({ ctx, kernel }) => {
      requireDuty(ctx, 'settings')
      return readMailSettings(kernel.db)
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/mail-settings',
    status: 200,
    body: mailSettingsPatch,
    answer: mailSettingsView,
    summary: { zh: '更改邮件设置', en: 'Change how mail leaves' },
    handle: async ({ ctx, kernel, body }) => {
      requireDuty(ctx, 'settings')
      requireFreshProof(ctx)
      return ctx.transaction(async (tx) => {
        const settings = await changeMailSettings(tx, body)
        // Which server is the administrator's word, and it may be any; the trail tells which.
        const { password: _, ...plain } = body
        const facts = { action: 'configure', object: 'setting', fields: Object.keys(body) } as const
        await kernel.audit.write(
          auditRow(ctx, { ...facts, detail: { setting: 'mail', to: JSON.stringify(plain), host: settings.host } }),
        )
        return settings
      })
    },
  }),
  route({
    method: 'POST',
    url: '/api/mail-settings/test-mails',
    status: 202,
    problems: [409],
    answer: z.object({ id: z.uuid() }),
    summary: { zh: '给自己发一封测试邮件', en: 'Mail a test to oneself' },
    handle: async ({ ctx }) => {
      requireDuty(ctx, 'settings')
      requireFreshProof(ctx)
      return { id: await ctx.transaction((tx) => queueMail(tx, { kind: 'test', person: ctx.actor.id ?? '' })) }
    },
  }),
  route({
    method: 'GET',
    url: '/api/mails',
    status: 200,
    answer: mails,
    summary: { zh: '最近的邮件', en: 'Recent mail' },
    handle: async ({ ctx, kernel }) => {
      requireDuty(ctx, 'settings')
      const mails = await recentMails(ctx)
      await kernel.audit.write(auditRow(ctx, { action: 'list', object: 'mail' }))
      return mails
    },
  }),
]
