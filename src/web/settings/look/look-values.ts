import type { RecordWire } from '#shared/wire'

/** How a company looks; null: as the product does. */
export type LookValues = { name: string; accent: string | null; signInText: string | null; logo: string | null }

export function lookOf(record: RecordWire): LookValues {
  const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
  const [logo] = Array.isArray(record.logo) ? record.logo : []
  return {
    name: text(record.name) ?? '',
    accent: text(record.accent),
    signInText: text(record.signInText),
    logo: text(logo),
  }
}

/** What differs, as the record keeps it. */
export function lookPatch(before: LookValues, now: LookValues): Record<string, unknown> {
  const { logo, ...plain } = now
  const changed = Object.entries(plain).filter(([name, value]) => before[name as keyof typeof plain] !== value)
  return { ...Object.fromEntries(changed), ...(logo === before.logo ? {} : { logo: logo ? [logo] : null }) }
}
