import { z } from 'zod'

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+={0,2}$/)
const common = {
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.looseObject({}).default({}),
}

/** What a browser hands over when a passkey was used. */
export const usedPasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})

/** What a browser hands over when a passkey was made. */
export const madePasskey = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
})

/** What a browser is asked, as `navigator.credentials` takes it. */
export const question = z.object({ options: z.looseObject({ challenge: z.string() }) })
