export type JobRow = {
  id: string
  kind: string
  actor: string | null
  /** The purpose of use that its starter had named. */
  purpose: string | null
  input: unknown
  place: unknown
  cancel: boolean
  state: string
}
