import type { ComponentType } from 'react'
import type { Locale } from '#shared/label'
import type { FieldWire, Titles } from '#shared/wire'
import type { Named } from './ui/mentions.ts'

export type CellProps = {
  /** The wire value; never null or undefined: an empty value is drawn by the page. */
  value: unknown
  field: FieldWire
  titles: Titles
  /** One line of a list or card: no links, nothing that wraps. */
  dense?: boolean
  /** Whom the text mentions, as far as the reader may know them. */
  mentioned?: readonly Named[]
}

export type ParentRecord = { object: string; id: string }

/** Whom a text mentions is kept beside it, as the file's readers that it names. */
export type Mentioning = { file: ParentRecord; change: (change: (now: readonly string[]) => readonly string[]) => void }

export type InputProps = {
  value: unknown
  /** `null` empties the field. */
  onChange: (value: unknown) => void
  field: FieldWire
  titles: Titles
  id?: string
  /** Names the input where no visible label does. */
  label?: string
  placeholder?: string
  autoFocus?: boolean
  invalid?: boolean
  /** The record on whose file this one stands: a reference to what stands there too offers no other file's. */
  parent?: ParentRecord
  describedBy?: string
  /** Records that are not offered. */
  without?: readonly string[]
  /** Where colleagues can be mentioned. */
  mentions?: Mentioning
  /** How many records have each of the values that can be chosen. */
  counts?: ReadonlyMap<string, number>
}

/** How a value serves without being seen: handed to the telephone or to the mail program. */
export type ContactWay = { use: 'dial' | 'mail'; address: (value: string) => string }

/** The looks of a field kind: how a value is shown, and how it is typed in. */
export type KindWeb = {
  Cell: ComponentType<CellProps>
  Input: ComponentType<InputProps>
  /** Numbers stand at the end of their column. */
  align?: 'end'
  /** Width of a list column in pixels; it may follow from the values that can stand there, in the reader's language. */
  width?: number | ((field: FieldWire, locale: Locale) => number)
  /** Names somebody: a record with such a title is recognised by a character of it. */
  isName?: boolean
  contact?: ContactWay
  /** Takes a whole row of a form. */
  wide?: boolean
}
