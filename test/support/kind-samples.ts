import { readdirSync } from 'node:fs'
import { kinds } from '#field-types'
import type { KindSamples } from '../../src/field-types/samples.ts'
import type { Kind } from '../../src/kernel/object/kind.ts'

const root = new URL('../../src/field-types/', import.meta.url)

function isSamples(value: unknown): value is KindSamples {
  return typeof value === 'object' && value !== null && 'values' in value && 'texts' in value
}

/** Each stored kind with its samples, for suites that go through all of them. */
export async function allSamples(): Promise<{ kind: Kind; samples: KindSamples }[]> {
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'computed',
  )
  return Promise.all(
    folders.map(async ({ name }) => {
      const module: Record<string, unknown> = await import(new URL(`${name}/kind.samples.ts`, root).href)
      const kind = kinds[name.replaceAll('-', '_')]
      if (!kind || !isSamples(module.samples)) throw new Error(`src/field-types/${name} lacks its kind or its samples`)
      return { kind, samples: module.samples }
    }),
  )
}
