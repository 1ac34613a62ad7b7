import { z } from 'zod'
import { isUuid, requireDuty } from '#kernel'
import {
  changeEmergencySetting,
  emergencySetting,
  endEmergencyAccess,
  findings,
  minutesOffered,
  readEmergencySetting,
  reviewEmergencyAccess,
  takeEmergencyAccess,
} from '#modules/emergency'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { type Call, type Route, route } from './route.ts'

const asked = z.strictObject({
  number: z.string().trim().min(1).max(80),
  grounds: z.string().trim().min(10).max(200),
  minutes: z.literal(minutesOffered),
})

/** Reading a file in an emergency: taken, ended, reviewed, and switched off. Only a person may, never a key. */
export function emergencyRoutes(cache: ActorCache): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/api/emergency-accesses',
      status: 201,
      problems: [404, 409, 429],
      body: asked,
      answer: z.object({ id: z.uuid(), customer: z.uuid(), until: z.iso.datetime() }),
      summary: { zh: '紧急访问客户档案', en: 'Read a file in an emergency' },
      handle: async ({ ctx, body }) => {
        const taken = await takeEmergencyAccess(ctx, body)
        cache.forget()
        return taken
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/emergency-accesses/:id',
      status: 204,
      problems: [404, 409],
      summary: { zh: '提前结束紧急访问', en: 'End an emergency access' },
      handle: async ({ ctx, params }) => {
        await endEmergencyAccess(ctx, idIn(params))
        cache.forget()
      },
    }),
    route({
      method: 'POST',
      url: '/api/emergency-accesses/:id/review',
      status: 204,
      problems: [404, 409],
      body: z.strictObject({ finding: z.enum(findings), opinion: z.string().trim().min(1).max(500) }),
      summary: { zh: '复核紧急访问', en: 'Review an emergency access' },
      handle: ({ ctx, params, body }) => reviewEmergencyAccess(ctx, idIn(params), body),
    }),
    route({
      method: 'GET',
      url: '/api/emergency-settings',
      status: 200,
      answer: emergencySetting,
      summary: { zh: '紧急访问设置', en: 'Whether emergency access is allowed' },
      handle: ({ ctx }) => {
        requireDuty(ctx, 'roles')
        return readEmergencySetting(ctx.db)
      },
    }),
    route({
      method: 'PATCH',
      url: '/api/emergency-settings',
      status: 200,
      body: z.strictObject({ allowed: z.boolean() }),
      answer: emergencySetting,
      summary: { zh: '更改紧急访问设置', en: 'Allow emergency access, or not' },
      handle: ({ ctx, body }) => changeEmergencySetting(ctx, body),
    }),
  ]
}

function idIn(params: Call['params']): string {
  if (!isUuid(params.id)) throw new AppError(404, 'request.not_found')
  return params.id
}
