import { auditRow, type Kernel, makeContext, type Person, systemActor } from '#kernel'
import type { Site } from './passkey.ts'

/** From where somebody comes, and at which of the server's names. */
export type From = { ip: string | null; agent: string | null; requestId: string; site: Site }

type Step = { result: 'done' | 'refused'; step: string; passkey?: string; cause?: string }

/** The line of one attempt to sign in, with the account that was tried. */
export async function noteAttempt(
  kernel: Kernel,
  person: Person | undefined,
  from: From,
  { result, ...detail }: Step,
): Promise<void> {
  const actor = { ...systemActor, id: person?.id ?? null, role: person?.role ?? 'nobody' }
  const ctx = makeContext({ kernel, actor, channel: 'page', ip: from.ip, requestId: from.requestId })
  await kernel.audit.write(auditRow(ctx, { action: 'sign_in', record: person?.id, result, detail }))
}
