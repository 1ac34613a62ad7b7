import { type LucideIcon, Sunrise } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { hasToday } from '../modules/today/web/today-search.ts'

type StartPage = {
  to: '/today'
  word: 'today.title'
  icon: LucideIcon
  /** Whether the page has something to say to a reader of these objects. */
  isFor: (objects: readonly ObjectWire[]) => boolean
}

/** The page that the day begins with, first in the navigation. */
export const startPage: StartPage = { to: '/today', word: 'today.title', icon: Sunrise, isFor: hasToday }
