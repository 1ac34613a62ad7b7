import type { Locale } from '#shared/label'
import type { Context } from '../context.ts'
import type { ObjectDefinition } from '../object/define-object.ts'
import type { Field } from '../object/field.ts'
import type { Values } from '../object/hooks.ts'

/** An object of which the core fills these fields; what else it has is its module's. */
type With<Name extends string> = ObjectDefinition<Readonly<Record<string, Field>> & Readonly<Record<Name, Field>>>

/** One thing to be done in a round: what its item is to say beside what the core says, who never does it, and how far one has to be cleared. */
export type Subject = { values: Values; apart: readonly string[]; level: number }

/** Which subjects come next: behind which of them, how many there are by now, and how many at most. */
type Next = { after: string | null; taken: number; most: number }

/** A batch of subjects; `after` is null where none is left. */
type Subjects = { subjects: readonly Subject[]; after: string | null }

/** What a count came to: how many by each value of a choice. */
export type Counts = Readonly<Record<string, number>>

/**
 * What a company does again and again: a plan opens rounds, a round has items, each for somebody, with one task for all items of a
 * person; an item is done with a result, and what shows it stands beside it; a closed round leaves a report. Modules declare what is
 * done; calendar, distribution, progress and closing are the same for all.
 */
export type Programme = {
  /** Names its work on the queue. */
  name: string
  plan: With<'name' | 'rhythm' | 'startOn' | 'nextOn' | 'workingDays' | 'active' | 'owner'>
  round: With<
    | 'name'
    | 'plan'
    | 'owner'
    | 'state'
    | 'seed'
    | 'openedOn'
    | 'dueOn'
    | 'closedAt'
    | 'closedBy'
    | 'report'
    | 'reportHash'
  >
  item: With<'round' | 'todo' | 'assignee' | 'state' | 'result' | 'doneAt' | 'doneBy'>
  task: With<'title' | 'assignee' | 'state' | 'dueAt' | 'remindAt'>
  /** Whom a plan gives its work to. */
  people(plan: Values): readonly string[]
  /** Object that whoever is given an item has to be able to read. */
  reads: string
  /** What comes next into a round, with the rights of whom the plan belongs to. */
  subjects(
    ctx: Context,
    plan: Values,
    round: { name: string; seed: string; dueOn: string },
    next: Next,
  ): Promise<Subjects>
  /** What items are about, in their order, as it stands now. */
  subjectsOf(ctx: Context, items: readonly Values[]): Promise<readonly Subject[]>
  /** What stands on an item when nothing more is to be done with it. */
  settled(ctx: Context): Values
  titleOf(locale: Locale, round: string): string
  /** What its report counts beside its items. */
  counts(ctx: Context, round: string): Promise<Readonly<Record<string, Counts>>>
}

export function defineProgramme(programme: Programme): Programme {
  return programme
}
