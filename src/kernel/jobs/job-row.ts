export type JobRow = {
  id: string
  kind: string
  actor: string | null
  input: unknown
  place: unknown
  cancel: boolean
  state: string
}
