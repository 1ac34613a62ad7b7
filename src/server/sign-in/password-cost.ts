import { hash } from '@node-rs/argon2'
import { z } from 'zod'
import { type Kernel, readSetting, writeSetting } from '#kernel'

const costSchema = z.object({ memoryCost: z.number(), timeCost: z.number(), parallelism: z.number() })
type Cost = z.infer<typeof costSchema>

/** OWASP's argon2id floor: 19 MiB, two passes. Nothing goes below it. */
const floor: Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** More memory first, then more passes; the first that takes long enough is it. */
const ladder: readonly Cost[] = [
  floor,
  { memoryCost: 47_104, timeCost: 2, parallelism: 1 },
  { memoryCost: 65_536, timeCost: 3, parallelism: 1 },
  { memoryCost: 65_536, timeCost: 4, parallelism: 1 },
  { memoryCost: 65_536, timeCost: 6, parallelism: 1 },
]
const settingName = 'password-cost'
const longEnoughMs = 150

let current = floor

export function currentCost(): Cost {
  return current
}

/**
 * What a guess costs on this computer: measured at the first start and kept, so that all passwords take the same time and
 * a refusal's time does not tell whose they are.
 */
export async function applyPasswordCost(kernel: Kernel): Promise<void> {
  const known = costSchema.safeParse(await readSetting(kernel.db, settingName))
  if (known.success) current = known.data
  else {
    current = await calibrate()
    await writeSetting(kernel.db, settingName, current)
  }
}

async function calibrate(): Promise<Cost> {
  let chosen = floor
  for (const cost of ladder) {
    const begun = performance.now()
    await hash('how long does this take', cost)
    chosen = cost
    if (performance.now() - begun >= longEnoughMs) break
  }
  return chosen
}
