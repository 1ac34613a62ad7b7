import { type Kernel, makeContext, startSession, systemActor } from '#kernel'
import type { SignedIn } from './house-with-pages.ts'

const names = { system_admin: '高洁', security_officer: '吴安', auditor: '林审' } as const

/** The three who look after a house, as far as they are not there yet; returns the security officer. */
export async function appointOfficers(kernel: Kernel): Promise<SignedIn> {
  const users = systemOf(kernel).recordsNamed('user')
  const ids: Record<string, string> = {}
  for (const [role, name] of Object.entries(names)) {
    const { items } = await users.list({ where: { role }, limit: 1 })
    ids[role] = items[0]?.id ?? (await users.create({ name, login: role, role })).id
  }
  const id = ids.security_officer ?? ''
  const { token } = await startSession(kernel.db, id, { ip: null, agent: 'test' })
  return { id, login: 'security_officer', cookie: token }
}

/** Three-officer mode, on or off, without the two people that it takes. */
export async function switchMode(kernel: Kernel, threeOfficers: boolean): Promise<void> {
  const companies = systemOf(kernel).recordsNamed('company')
  const [company] = (await companies.list({ limit: 1 })).items
  if (!company) throw new Error('The house has no company.')
  await companies.update(company.id, { threeOfficers }, { version: company.version })
}

function systemOf(kernel: Kernel) {
  return makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
}
