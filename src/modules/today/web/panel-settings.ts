import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../../../web/api/records.ts'

export type TodayPart = 'tasks' | 'followUps' | 'contactOverdue' | 'toComplete' | 'changed'

/** Part of a page: the first records of a list, which its number opens. */
export type PanelSettings = {
  name: TodayPart | 'overdue' | 'dueToday' | 'later' | 'requests'
  object: ObjectWire
  query: ListQuery
  /** Fields told of each record beside its title; `updatedAt` is when it last changed. */
  facts: readonly string[]
  /** Field that says by when; what lies before today is late. */
  due?: string
  /** Field that one click settles, with its value. */
  settles?: { field: string; value: string }
  /** Of how many records it is read at a time, as far as the reader goes, and left out while there is none. */
  atOnce?: number
}
