import { type ComponentType, lazy } from 'react'
import type { ObjectWire } from '#shared/wire'
import { hasReading } from '../modules/publications/web/has-reading.ts'

type DayNotice = {
  name: string
  /** Whether it may have something to say to a reader of these objects. */
  isFor: (objects: readonly ObjectWire[]) => boolean
  Notice: ComponentType
}

/** What modules tell at the head of the page of the day, where there is something to tell. A module adds its line. */
export const dayNotices: readonly DayNotice[] = [
  {
    name: 'reading',
    isFor: hasReading,
    Notice: lazy(() =>
      import('../modules/publications/web/unread-notice.tsx').then((part) => ({ default: part.UnreadNotice })),
    ),
  },
]

type DayLink = { to: '/duties'; word: 'duties.title'; isFor: DayNotice['isFor'] }

/** Where the page of the day leads from its head. */
export const dayLinks: readonly DayLink[] = [{ to: '/duties', word: 'duties.title', isFor: hasReading }]
