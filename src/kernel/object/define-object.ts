import type { Label, Locale } from '#shared/label'
import type { Duty } from '../access/duties.ts'
import type { ApprovalRule, KeyedAgain } from './approval-rule.ts'
import type { Fields, FilterOf } from './field.ts'

/** Who holds a record, and so who may see it. */
type Custody<Name extends string = string> =
  /** Reference data: everybody reads, the policy decides who writes. */
  | { type: 'shared' }
  /** Held by persons and a unit, named by the record's own fields. */
  | { type: 'own'; owner: Name; people?: readonly Name[]; unit?: Name }
  /**
   * Lives on another record's file and is seen by whoever sees that. `people`: fields of those who see it beside them. `reviewed`:
   * so do those who look after the house, whatever the file's level.
   */
  | { type: 'child'; of: Name; people?: readonly Name[]; reviewed?: true }
  /** About a record of any object, and seen by whoever sees that; where that is everybody, by those who look after the house and who brought it. */
  | { type: 'about'; object: Name; record: Name; by: Name }

type Section<Name extends string = string> = { label: Label; fields: readonly Name[] }

export type Requirement<F extends Fields> = {
  field: keyof F & string
  need: 'required' | 'recommended'
  /** The case in which it is needed; absent = always. */
  when?: FilterOf<F>
}

/**
 * What speaks for two records being one: points for fields that agree, `different` mostly takes some away. Fields of one line hold the
 * same thing, so a number that one file has as its own and another as its contact's is the same number.
 */
export type Evidence<Name extends string = string> = {
  /** Fields of the record, and of what stands on its file: `contact.phone`. */
  fields: readonly (Name | `${string}.${string}`)[]
  same: number
  alike?: number
  different?: number
}

/** The fields by which a record shows a proposal. */
export type ProposalFields<Name extends string = string> = {
  readonly [Part in
    | 'subject'
    | 'object'
    | 'record'
    | 'operation'
    | 'state'
    | 'grounds'
    | 'source'
    | 'evidence'
    | 'awaits'
    | 'due'
    | 'pace'
    | 'talk'
    | 'asker'
    | 'handedTo'
    | 'proposer'
    | 'decider'
    | 'decidedAt'
    | 'verdict'
    | 'whole'
    | 'parts']: Name
}

type Span<Name extends string> = { from: Name; until: Name }

type Principal<Name extends string = string> =
  /** `until`: a moment after which the account ends by itself. `top`: the role of who is above all whom nobody leads. */
  | ({ kind: 'user'; login: Name; role: Name; unit: Name; active: Name; until?: Name; language: Name } & {
      clearance?: Name
      top?: string
    })
  | { kind: 'unit'; parent: Name; manager?: Name }
  /**
   * A child by which others share its file for a time. Its number leaves the readers' keys at the end; nothing is rewritten.
   * Who stands in for them shares it, too, unless it is `personal`.
   */
  | ({ kind: 'share'; grantees: readonly Name[]; access: Name; personal?: true } & Span<Name>)
  /** One person stands in for another and holds that one's keys. */
  | ({ kind: 'deputy'; absent: Name; deputy: Name } & Span<Name>)
  /** A person holds a further role. */
  | ({ kind: 'assignment'; person: Name; role: Name } & Span<Name>)

export type ObjectSettings<F extends Fields> = {
  /** Singular snake_case: the table's name; the path is its plural in kebab-case. */
  name: string
  label: Label
  /** A lucide icon's name. */
  icon: string
  title: keyof F & string
  /** Fields that name its records to readers of a language, where each has a name of its own. */
  titleIn?: { readonly [Language in Locale]?: keyof F & string }
  fields: F
  custody: Custody<keyof F & string>
  views: {
    list: readonly (keyof F & string)[]
    head?: readonly (keyof F & string)[]
    /** A choice whose values are steps on the way of a record, shown as a bar on its page. */
    bar?: keyof F & string
    /** What stands on the label of its paper file: a number, the code of its class, and the first of these names that it has, or its title. */
    paper?: { number: keyof F & string; code: keyof F & string; name: readonly (keyof F & string)[] }
    /** The list as a catalogue of numbered files: its columns, and the fields or parts of them (`region.province`) that class it, the usual one first. */
    catalogue?: {
      list: readonly (keyof F & string)[]
      by: readonly ((keyof F & string) | `${keyof F & string}.${string}`)[]
    }
    form: Record<string, Section<keyof F & string>>
  }
  /** Indexes beyond those of single fields: columns in order, for lists that filter and sort by them. */
  indexes?: readonly (readonly (keyof F & string)[])[]
  requirements?: readonly Requirement<F>[]
  /** Changes that wait for somebody else, as the house has set it; beside those of which the object's hook says so. */
  approvals?: readonly ApprovalRule[]
  /** Fields that somebody else keys again without seeing them, as the house has set it. */
  keyedAgain?: readonly KeyedAgain[]
  /** Field that tells when it happened, for the timeline of its parent. */
  timeline?: (keyof F & string) | 'createdAt'
  navigation?: boolean
  /** Stands among the settings of those with this duty, not in the navigation of all. */
  settings?: Duty
  /** A holder of rights: users and units get an internal number; the fields tell what sign-in and access need to know. */
  principal?: Principal<keyof F & string>
  /** Its records are what waits for a second person. */
  proposal?: ProposalFields<keyof F & string>
  /** Its records say that whose file they stand on consents to a purpose: to which version of its notice, from when, until when, and whether it was withdrawn. */
  consents?: { readonly [Part in 'purpose' | 'notice' | 'withdrawn']: keyof F & string } & Span<keyof F & string>
  /**
   * As long as one of its records is in the state `open`, the person that it names does not see the record that it names, wherever they
   * look: they are to say what stands there without having read it.
   */
  blinds?: { readonly [Part in 'object' | 'record' | 'person' | 'state']: keyof F & string }
  /** A child whose records may prove why something about the same file is asked for: what whoever decides is shown of one. */
  proves?: readonly (keyof F & string)[]
  /** Its files can be shared with a team: `acl_work` tells who may add to them and change what lives on them. */
  team?: boolean
  /**
   * Its records tell of a record of one of these objects (absent: of any that tells of none itself), named by two fields, or of none in
   * particular: seen only while their reader sees that as well; `live`: and it is not in the recycle bin.
   */
  about?: { object: keyof F & string; record: keyof F & string; of?: readonly string[]; live?: true }
  /** Its records are gone for good so many days after a moment in a field, and in any case so many after they were made. Row-level security says the same. */
  ends?: { field: keyof F & string; days: number; atLatest: number }
  /** Field of the record that carries the confidentiality level (1-3). */
  level?: keyof F & string
  /** Choice whose values say the level of records for which nobody gives one. */
  levelBy?: keyof F & string
  /** Its records change the definitions of others: every server reads them again when one changes. */
  configures?: boolean
  /** A child whose searchable words lead to its parent: contacts to their customer. */
  searchParent?: boolean
  /** Asked for elsewhere, such as on the list of another object: its own pages offer no form for a new one. */
  formless?: boolean
  /** How records that are one and the same customer, say, are told; absent = nobody looks for such. */
  duplicates?: readonly Evidence<keyof F & string>[]
  custom?: boolean
}

/** A definition as everything downstream reads it: names are plain strings, the fields keep their types. */
export type ObjectDefinition<F extends Fields = Fields> = Omit<ObjectSettings<Fields>, 'fields'> & { fields: F }

/**
 * Declares an object. Table and indexes, validation, API, permissions, audit, import and export and pages derive from it;
 * a misspelt field in a view, an index or a requirement does not compile.
 */
export function defineObject<const F extends Fields>(settings: ObjectSettings<F>): ObjectDefinition<F> {
  // The settings have been checked against their own fields; from here on any object's names are strings.
  return settings as unknown as ObjectDefinition<F>
}
