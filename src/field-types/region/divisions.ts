import { readFileSync } from 'node:fs'
import { type RegionNode, type RegionTable, regionTable } from '#shared/regions'

// The source covers the mainland only.
const beyondMainland: readonly RegionNode[] = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
]

let table: RegionTable | undefined

/** Provinces, cities and districts of China with their codes (GB/T 2260), read once. */
export function chinaRegions(): RegionTable {
  table ??= regionTable([...readTree(), ...beyondMainland])
  return table
}

function readTree(): RegionNode[] {
  const tree: unknown = JSON.parse(readFileSync(new URL('./divisions.json', import.meta.url), 'utf8'))
  return Array.isArray(tree) ? tree.filter(isNode) : []
}

function isNode(value: unknown): value is RegionNode {
  return typeof value === 'object' && value !== null && 'code' in value && 'name' in value
}
