import type { ErrorCode, ErrorParams } from './error-codes.ts'
import type { OperatorName } from './filter.ts'
import type { Label } from './label.ts'
import type { VerificationWire, VerifyRule } from './verification.ts'

/** What a page, a script or the OpenAPI document knows of a field. */
export type FieldWire = {
  name: string
  kind: string
  label: Label
  help?: Label
  level: 1 | 2 | 3
  sealed: boolean
  /** Needed on every record; `rules` tells what is needed in which case. */
  required: boolean
  readOnly: boolean
  custom: boolean
  /** Kind-specific settings: choices, target object, currency, longest text ... */
  options: Record<string, unknown>
  operators: readonly OperatorName[]
  sortable: boolean
  groupable: boolean
  /** Coarser groups of its values: `month`, `province` ... */
  spans: readonly string[]
  /** Other column headings that an import accepts for this field. */
  aliases: readonly string[]
  default?: unknown
  access: FieldAccess
  /** Masked, and within the reader's clearance: one value at a time may be shown with a reason. */
  revealable: boolean
  /** Its values are to be verified. */
  verify?: VerifyRule
}

export type ChoiceWire = {
  value: string
  label: Label
  colour?: Colour
  hidden?: boolean
  /** Confidentiality level that a record with it gets where nobody gives one. */
  level?: '1' | '2' | '3'
}
export type Colour = 'grey' | 'blue' | 'violet' | 'amber' | 'green' | 'red'

export type SectionWire = { name: string; label: Label; fields: readonly string[] }

/** A rule of R-016: in the case `when`, these fields are needed or recommended. */
export type RequirementWire = { field: string; need: 'required' | 'recommended' | 'optional'; when: unknown }

export type ObjectWire = {
  name: string
  path: string
  label: Label
  icon: string
  /** Field whose value names a record in links and lists. */
  title: string
  custom: boolean
  /** A child lives on its parent's file: `{ field: 'customer', object: 'customer' }`. */
  parent: { field: string; object: string } | null
  /** Shown in the navigation; false for parts that are only seen inside another record. */
  navigation: boolean
  /** Stands among the reader's settings. */
  settings: boolean
  searchable: boolean
  /** Its records are people who sign in, and have a password beside their fields. */
  signsIn: boolean
  /** Its records are what waits for a second person. */
  proposals: boolean
  /** Changes of its records may wait for a second person. */
  approvals: boolean
  /** Whoever makes one may leave fields that its case requires for later. */
  completable: boolean
  /** Fields of a new record by which the server finds others like it. */
  alike: readonly string[]
  /** Records that are one are looked for, and may be merged. */
  compared: boolean
  /** Its records may prove what is asked for about their file: what whoever decides is shown of one. */
  proves: readonly string[] | null
  /** When the record happened, for the timeline of its parent. */
  timeline: string | null
  fields: readonly FieldWire[]
  list: readonly string[]
  /** Facts shown in the head of the file page. */
  head: readonly string[]
  /** The choice whose values are the steps of a record's way, shown as a bar. */
  bar: string | null
  /** Columns of the list as a catalogue, and what it can be classed by: fields, or parts of them such as `region.province`. */
  catalogue: { list: readonly string[]; by: readonly { by: string; label: Label }[] } | null
  /** There are labels for its paper files. */
  paper: boolean
  sections: readonly SectionWire[]
  requirements: readonly RequirementWire[]
  /** What the reader may do with the object as a whole. */
  can: readonly Operation[]
}

export const operations = ['read', 'create', 'update', 'delete', 'export', 'import', 'print', 'reveal'] as const
export type Operation = (typeof operations)[number]

/** What a reader may do with a field's values; masked = knows that there is one, not which. */
export type FieldAccess = 'edit' | 'read' | 'masked' | 'hidden'

/** `modules`: names of those that are not switched off. */
export type DefinitionsWire = { version: number; modules: readonly string[]; objects: readonly ObjectWire[] }

/** A record as the API answers it: system facts beside the fields, which are `null` when empty. */
export type RecordWire = {
  id: string
  version: number
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  /** Fields that must still be completed (待补全). */
  incomplete?: readonly string[]
  imported?: { import: string; row: number } | null
  /** Masks of values that the reader does not see; their fields are null. */
  masked?: Record<string, string>
  /** The keys of its sealed values have been destroyed: these are empty for ever. */
  destroyed?: boolean
  /** What the reader may do with this record. */
  can: readonly Operation[]
  [field: string]: unknown
}

/** Title of each record that the answer's references name, where the reader may see it: id -> title. */
export type Titles = Record<string, string>

export type ListWire = {
  items: readonly RecordWire[]
  /** Cursor of the next page, or null at the end; goes back in as `after`. */
  next: string | null
  total: number
  /** False beyond 10,000 records, where `total` is the planner's estimate. */
  totalExact: boolean
  titles: Titles
}

/** What a new record may be already. `hidden`: there may be one out of sight, and whoever has it has been told who entered this. */
export type DuplicateHint = {
  records: {
    id: string
    title: string
    verdict: 'same' | 'perhaps'
    reasons: { field: string; agreement: 'same' | 'alike' }[]
  }[]
  hidden: boolean
}

/** One record, with what a page needs to show it. `proposed`: nothing was written; the change waits for somebody else's signature. */
export type RecordAnswer = RecordWire & {
  titles: Titles
  unresolved: readonly UnresolvedWire[]
  /** Of fields that are to be verified, what stands; absent where the object has none. */
  verifications?: readonly VerificationWire[]
  proposed?: string
  duplicates?: DuplicateHint
}

/** A value that an import could not read: the field stays empty, the original text is kept until somebody settles it. */
export type UnresolvedWire = { field: string; original: string; code: ErrorCode }

export type ProblemWire = {
  type: string
  title: string
  status: number
  code: ErrorCode
  params: ErrorParams
  errors: readonly { path: string; code: ErrorCode; params: ErrorParams; message: string }[]
  requestId: string
  details?: Record<string, unknown>
}
