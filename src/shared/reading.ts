/** A text that somebody may read, as the list of what there is to read has it. */
export type Reading = {
  id: string
  publication: string
  number: number
  kind: string
  title: string
  pinned: boolean
  mustRead: boolean
  from: string | null
  until: string | null
  publishedAt: string
  /** When the reader confirmed it, or a version before that still counts. */
  readAt: string | null
  /** It waits for the reader's own confirmation. */
  waits: boolean
}

export type Readers = {
  /** The version that is read; null: none is. */
  edition: string | null
  number: number | null
  people: readonly { id: string; name: string; readAt: string | null }[]
}
