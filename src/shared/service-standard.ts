import type { Filter } from './filter.ts'

/** Of which tier, and how many days may go by between two contacts; none where nothing is said of it. */
export type ContactStandard = { tier: string; contactDays: number | null }

/** Customers whom nobody has contacted for longer than their tier's standard allows; undefined where no standard says how long. */
export function overdueBy(standards: readonly ContactStandard[]): Filter | undefined {
  const ways = standards.flatMap(({ tier, contactDays }): Filter[] => {
    if (contactDays === null) return []
    const since = { lt: `today-${contactDays}` }
    // Whom nobody has contacted yet has waited since the file was made.
    return [
      { tier, lastFollowedUp: since },
      { tier, lastFollowedUp: { empty: true }, createdAt: since },
    ]
  })
  return ways.length ? { or: ways } : undefined
}

/** Days by which a contact is overdue; 0 or less: it is not. */
export function daysOverdue(lastContact: string, contactDays: number, now: number): number {
  return Math.floor((now - Date.parse(lastContact)) / 86_400_000) - contactDays
}
