import type { Kernel } from '#kernel'
import { readSignInSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import { inNetworks } from './networks.ts'

/** Refuses whoever comes from outside the company's networks, where it has named them. */
export type CompanyNetworks = { refuseForeign(ip: string): Promise<void> }

const keptMs = 1_000

export function openCompanyNetworks(kernel: Kernel): CompanyNetworks {
  let known: Promise<readonly string[]> | undefined
  let until = 0
  const networks = (): Promise<readonly string[]> => {
    if (!known || until <= Date.now()) {
      until = Date.now() + keptMs
      known = readSignInSettings(kernel.db).then((settings) => settings.networks)
      known.catch(() => {
        known = undefined
      })
    }
    return known
  }
  return {
    refuseForeign: async (ip) => {
      const allowed = await networks()
      if (allowed.length && !inNetworks(ip, allowed)) throw new AppError(403, 'access.network_foreign')
    },
  }
}
