import { ChartPie, ClipboardCheck, Inbox, type LucideIcon, Sunrise } from 'lucide-react'
import type { ComponentType } from 'react'
import type { ObjectWire } from '#shared/wire'
import { hasDashboards } from '../modules/dashboards/web/has-dashboards.ts'
import { hasReviews } from '../modules/reviews/web/has-reviews.ts'
import { InboxCount } from '../modules/today/web/inbox-count.tsx'
import { hasInbox } from '../modules/today/web/inbox-search.ts'
import { hasToday } from '../modules/today/web/today-search.ts'

export type DayPage = {
  to: '/today' | '/inbox' | '/dashboards' | '/reviews'
  word: 'today.title' | 'inbox.title' | 'dashboards.title' | 'reviews.title'
  icon: LucideIcon
  /** Whether the page has something to say to a reader of these objects. */
  isFor: (objects: readonly ObjectWire[]) => boolean
  /** Stands beside its name. */
  Count?: ComponentType
}

/** The page that the day begins with, first in the navigation. */
export const startPage: DayPage = { to: '/today', word: 'today.title', icon: Sunrise, isFor: hasToday }

/** Everything that waits for the reader, next to it. */
export const inboxPage: DayPage = {
  to: '/inbox',
  word: 'inbox.title',
  icon: Inbox,
  isFor: hasInbox,
  Count: InboxCount,
}

/** What the files come to, in pictures. */
export const dashboardsPage: DayPage = {
  to: '/dashboards',
  word: 'dashboards.title',
  icon: ChartPie,
  isFor: hasDashboards,
}

/** Files that wait for one's review. */
export const reviewsPage: DayPage = { to: '/reviews', word: 'reviews.title', icon: ClipboardCheck, isFor: hasReviews }
