import {
  BookOpen,
  ChartPie,
  ClipboardCheck,
  Combine,
  Gauge,
  Inbox,
  Keyboard,
  Lightbulb,
  type LucideIcon,
  Sunrise,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { ObjectWire } from '#shared/wire'
import { hasDashboards } from '../modules/dashboards/web/has-dashboards.ts'
import { hasKeying } from '../modules/double-entry/web/has-keying.ts'
import { hasDuplicates } from '../modules/duplicates/web/has-duplicates.ts'
import { hasSuggestions } from '../modules/improvement/web/has-suggestions.ts'
import { hasIndicators } from '../modules/indicators/web/has-indicators.ts'
import { hasReading } from '../modules/publications/web/has-reading.ts'
import { hasReviews } from '../modules/reviews/web/has-reviews.ts'
import { InboxCount } from '../modules/today/web/inbox-count.tsx'
import { hasInbox } from '../modules/today/web/inbox-search.ts'
import { hasToday } from '../modules/today/web/today-search.ts'

export type DayPage = {
  to:
    | '/today'
    | '/inbox'
    | '/dashboards'
    | '/reviews'
    | '/duplicates'
    | '/reading'
    | '/suggestions'
    | '/keying'
    | '/indicators'
  word:
    | 'today.title'
    | 'inbox.title'
    | 'dashboards.title'
    | 'reviews.title'
    | 'duplicates.title'
    | 'reading.title'
    | 'suggestions.title'
    | 'keying.title'
    | 'indicators.title'
  icon: LucideIcon
  /** Of the navigation. */
  section: 'work' | 'quality' | 'team'
  /** Whether the page has something to say to a reader of these objects. */
  isFor: (objects: readonly ObjectWire[]) => boolean
  /** Stands beside its name. */
  Count?: ComponentType
}

/** The page that the day begins with, first in the navigation. */
export const startPage: DayPage = { to: '/today', word: 'today.title', section: 'work', icon: Sunrise, isFor: hasToday }

/** In the order of the navigation, before the objects of their section. */
export const dayPages: readonly DayPage[] = [
  startPage,
  { to: '/inbox', word: 'inbox.title', section: 'work', icon: Inbox, isFor: hasInbox, Count: InboxCount },
  { to: '/dashboards', word: 'dashboards.title', section: 'work', icon: ChartPie, isFor: hasDashboards },
  { to: '/reviews', word: 'reviews.title', section: 'quality', icon: ClipboardCheck, isFor: hasReviews },
  { to: '/keying', word: 'keying.title', section: 'quality', icon: Keyboard, isFor: hasKeying },
  { to: '/duplicates', word: 'duplicates.title', section: 'quality', icon: Combine, isFor: hasDuplicates },
  { to: '/reading', word: 'reading.title', section: 'team', icon: BookOpen, isFor: hasReading },
  { to: '/suggestions', word: 'suggestions.title', section: 'team', icon: Lightbulb, isFor: hasSuggestions },
  { to: '/indicators', word: 'indicators.title', section: 'quality', icon: Gauge, isFor: hasIndicators },
]
