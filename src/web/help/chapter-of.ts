/** Which chapter tells of a page, by how its address begins; the first that fits. */
const places: readonly (readonly [start: string, chapter: string])[] = [
  ['/today', 'today'],
  ['/inbox', 'today'],
  ['/notifications', 'today'],
  ['/account/notifications', 'today'],
  ['/account', 'first-day'],
  ['/absence', 'managing'],
  ['/emergency', 'privacy'],
  ['/reading', 'today'],
  ['/duties', 'today'],
  ['/cases', 'managing'],
  ['/o/publications', 'today'],
  ['/dashboards', 'dashboards'],
  ['/reviews', 'managing'],
  ['/o/review-plans', 'managing'],
  ['/o/review-rounds', 'managing'],
  ['/suggestions', 'managing'],
  ['/o/suggestions', 'managing'],
  ['/o/improvements', 'managing'],
  ['/o/meetings', 'managing'],
  ['/o/regular-meetings', 'managing'],
  ['/o/work-reports', 'managing'],
  ['/import', 'import'],
  ['/duplicates', 'duplicates'],
  ['/audit', 'audit'],
  ['/catalogue', 'catalogue'],
  ['/settings/roles', 'accounts'],
  ['/settings/sign-in', 'accounts'],
  ['/settings/sso', 'accounts'],
  ['/settings/emergency', 'accounts'],
  ['/settings/mail', 'upkeep'],
  ['/settings/keys', 'upkeep'],
  ['/settings', 'fields'],
  ['/o/users', 'accounts'],
  ['/o/units', 'accounts'],
  ['/o/companies', 'accounts'],
  ['/o/purposes', 'accounts'],
  ['/o/log-reports', 'audit'],
  ['/o/emergency-accesses', 'managing'],
  ['/o/change-requests', 'managing'],
  ['/o/exports', 'export'],
]

/** The chapter of the guide that tells of a page; undefined where none does. */
export function chapterOf(path: string, search: Readonly<Record<string, unknown>> = {}): string | undefined {
  const named = places.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1]
  if (named) return named
  const [, list, record] = /^\/o\/([^/]+)(?:\/([^/]+))?/.exec(path) ?? []
  if (record === 'new') return 'new-file'
  if (record) return 'file'
  if (search.catalogue) return 'catalogue'
  return list && 'list'
}
