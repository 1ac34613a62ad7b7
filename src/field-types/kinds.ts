import { readdirSync } from 'node:fs'
import type { Kind } from '../kernel/object/kind.ts'

function isKind(value: unknown): value is Kind {
  return typeof value === 'object' && value !== null && 'parse' in value && 'format' in value && 'operators' in value
}

async function loadKinds(): Promise<Record<string, Kind>> {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  const modules = await Promise.all(
    folders.map(
      ({ name }): Promise<Record<string, unknown>> =>
        import(/* @vite-ignore */ new URL(`./${name}/kind.ts`, import.meta.url).href),
    ),
  )
  const found = modules.flatMap((module) => Object.values(module).filter(isKind))
  return Object.fromEntries(found.map((kind) => [kind.name, kind]))
}

/** Every kind by name. The folders are the list, so that a new kind is one new folder. */
export const kinds: Readonly<Record<string, Kind>> = await loadKinds()
