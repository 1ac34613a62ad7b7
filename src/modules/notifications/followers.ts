import { z } from 'zod'
import {
  type Context,
  type EndedJob,
  type Follower,
  findImport,
  peopleWithDuty,
  type Values,
  type Write,
} from '#kernel'
import { tell } from './tell.ts'

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const isNew = (field: string, before: Values | null, after: Values | null): boolean =>
  typeof after?.[field] === 'string' && after[field] !== before?.[field]
const added = (field: string, before: Values | null, after: Values | null): string[] =>
  idsIn(after?.[field]).filter((id) => !idsIn(before?.[field]).includes(id))
/** What comes out of the recycle bin was told of when it was new. */
const isNews = ({ action }: Write): boolean => action === 'create' || action === 'update'

/** Whoever gets a task is told; of one that an appraisal gives, by the appraisal. */
export const followTask: Follower = {
  fields: ['assignee', 'appraisal'],
  follow: (ctx, write) => {
    for (const { id: record, before, after } of isNews(write) ? write.records : [])
      if (isNew('assignee', before, after) && (before || !after?.appraisal))
        tell(ctx, { kind: 'task_assigned', readers: [String(after?.assignee)], object: 'task', record })
  },
}

/** Whoever gets a customer, or works on it from now on. */
export const followCustomer: Follower = {
  fields: ['owner', 'collaborators'],
  follow: (ctx, write) => {
    for (const { id: record, before, after } of isNews(write) ? write.records : []) {
      const about = { object: 'customer', record }
      if (isNew('owner', before, after))
        tell(ctx, { ...about, kind: 'customer_assigned', readers: [String(after?.owner)] })
      for (const reader of added('collaborators', before, after))
        tell(ctx, { ...about, kind: 'customer_shared', readers: [reader] })
    }
  },
}

/** Whoever has the customer learns who may have entered it again; that person learns nothing of them. */
export function tellOfSuspicion(
  ctx: Context,
  { id: record, owner, by }: { id: string; owner: string; by: string },
): void {
  tell(ctx, { kind: 'customer_suspected', readers: [owner], actor: by, object: 'customer', record })
}

export const followTeam: Follower = {
  fields: ['customer', 'user'],
  follow: (ctx, write) => {
    for (const { before, after } of isNews(write) ? write.records : [])
      if (isNew('user', before, after))
        tell(ctx, {
          kind: 'customer_shared',
          readers: [String(after?.user)],
          object: 'customer',
          record: String(after?.customer),
        })
  },
}

/** Whoever is named in a word on a file, with the file; not whoever may not read it. */
export const followMention: Follower = {
  fields: ['customer', 'mentions'],
  follow: (ctx, write) => {
    for (const { before, after } of isNews(write) ? write.records : [])
      for (const reader of added('mentions', before, after))
        tell(ctx, { kind: 'mention', readers: [reader], object: 'customer', record: String(after?.customer) })
  },
}

const isMoved = (before: Values, after: Values | null): boolean =>
  ['startsAt', 'place'].some((field) => before[field] !== after?.[field])

/** Whoever is asked to come; and when it is moved, cancelled, or its minutes can be read. */
export const followMeeting: Follower = {
  fields: ['participants', 'chair', 'recorder', 'startsAt', 'place', 'state'],
  follow: (ctx, write) => {
    for (const { id: record, before, after } of isNews(write) ? write.records : []) {
      const about = { kind: 'meeting', object: 'meeting', record } as const
      const named = (values: Values | null): string[] => [
        ...idsIn(values?.participants),
        ...['chair', 'recorder'].flatMap((field) => (typeof values?.[field] === 'string' ? String(values[field]) : [])),
      ]
      const asked = [...new Set(named(after))]
      const invited = asked.filter((id) => !named(before).includes(id))
      if (invited.length) tell(ctx, { ...about, readers: invited, detail: 'invited' })
      if (!before) continue
      const others = asked.filter((id) => !invited.includes(id))
      const state = String(after?.state)
      if (isNew('state', before, after) && ['closed', 'cancelled'].includes(state))
        tell(ctx, { ...about, readers: others, detail: state })
      else if (state === 'planned' && isMoved(before, after)) tell(ctx, { ...about, readers: others, detail: 'moved' })
    }
  },
}

/** A report waits for whoever leads its author, and the answer for the author. */
export const followReport: Follower = {
  fields: ['state', 'author', 'superior'],
  follow: (ctx, { action, records }) => {
    for (const { id: record, before, after } of action === 'update' ? records : []) {
      if (!isNew('state', before, after)) continue
      const reader = { submitted: after?.superior, answered: after?.author }[String(after?.state)]
      if (typeof reader === 'string')
        tell(ctx, {
          kind: 'work_report',
          readers: [reader],
          object: 'work_report',
          record,
          detail: String(after?.state),
        })
    }
  },
}

const suggested = ['looking', 'adopted', 'declined']

/** Those who handle suggestions learn of one, whoever it is of; and whoever gave their name, of what becomes of it. */
export const followSuggestion: Follower = {
  fields: ['state', 'sender', 'handler'],
  follow: async (ctx, { action, records }) => {
    for (const { id: record, before, after } of records) {
      const about = { kind: 'suggestion', object: 'suggestion', record } as const
      const state = String(after?.state)
      if (action === 'create') {
        const heads = await peopleWithDuty(ctx, ['appoint'])
        tell(ctx, { ...about, readers: heads.map(({ id }) => id), detail: 'new' })
      }
      if (action !== 'update') continue
      if (isNew('handler', before, after)) tell(ctx, { ...about, readers: [String(after?.handler)], detail: 'new' })
      if (isNew('state', before, after) && suggested.includes(state) && typeof after?.sender === 'string')
        tell(ctx, { ...about, readers: [after.sender], detail: state })
    }
  },
}

const decided = ['approved', 'rejected', 'returned', 'outdated']

/** Who is told of what was said last. */
const heard: Readonly<Record<string, 'proposer' | 'asker'>> = { asked: 'proposer', answered: 'asker' }

/** Whoever is asked again before the answer is told again. */
function talks(before: Values, after: Values | null): boolean {
  return isNew('talk', before, after) || (after?.talk === 'asked' && isNew('asker', before, after))
}

/** Whoever has been handed it, could sign only now, or has let time go by. */
function followWaiting(
  ctx: Context,
  about: { object: string; record: string },
  { before, after }: { before: Values; after: Values | null },
): void {
  const waits = { ...about, kind: 'request_waiting' } as const
  const isHanded = isNew('handedTo', before, after)
  if (isHanded) tell(ctx, { ...waits, readers: [String(after?.handedTo)], detail: 'handed' })
  else if (before.awaits)
    for (const reader of added('awaits', before, after)) tell(ctx, { ...waits, readers: [reader] })
  if (isNew('pace', before, after))
    tell(ctx, { ...waits, readers: idsIn(after?.awaits), actor: null, detail: String(after?.pace) })
}

/** A request waits for those who could sign it; its decision, for whoever made it. */
export const followRequest: Follower = {
  fields: ['state', 'proposer', 'decider', 'talk', 'asker', 'handedTo', 'awaits', 'pace', 'whole'],
  follow: (ctx, { records }) => {
    for (const { id: record, before, after } of records) {
      const about = { object: 'change_request', record }
      const state = String(after?.state)
      // The request that it is part of is told of.
      if (after?.whole) continue
      if (!before && state === 'pending') tell(ctx, { ...about, kind: 'request_waiting' })
      if (before && state === 'pending') followWaiting(ctx, about, { before, after })
      if (before && talks(before, after)) {
        const detail = String(after?.talk)
        tell(ctx, { ...about, kind: 'request_talk', readers: [String(after?.[heard[detail] ?? 'asker'])], detail })
      }
      if (before && isNew('state', before, after) && decided.includes(state))
        tell(ctx, { ...about, kind: 'request_decided', readers: [String(after?.proposer)], detail: state })
    }
  },
}

/** A file that can be fetched, or will not be made. Whoever asked for it waits for that, so it is no act of their own. */
export const followExport: Follower = {
  fields: ['state', 'requester'],
  follow: (ctx, { records }) => {
    for (const { id: record, before, after } of records) {
      const state = String(after?.state)
      if (!isNew('state', before, after) || !(state === 'ready' || state === 'failed')) continue
      const readers = [String(after?.requester)]
      tell(ctx, { kind: 'work_ended', readers, actor: null, object: 'export', record, detail: `export_${state}` })
    }
  },
}

const longWork = ['import', 'import_undo']
const ofImport = z.object({ import: z.string() })

/** Work that somebody has started and need not sit and watch; whoever stops it knows. */
export async function followJob(ctx: Context, { kind, actor, input, state }: EndedJob): Promise<void> {
  if (!actor || state === 'cancelled' || !longWork.includes(kind)) return
  const { object } = await findImport(ctx, ofImport.parse(input).import)
  tell(ctx, { kind: 'work_ended', readers: [actor], actor: null, object, detail: `${kind}_${state}` })
}
