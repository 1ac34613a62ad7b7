import { boolean, choice, number, unit, user } from '#field-types'
import { type Context, defineObject, definePolicy, type Prepared, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { contentFields, contentNames } from './content.ts'
import { governedBy, isCarriedOutOn } from './governed.ts'
import { areSound, stepsIn } from './steps.ts'

/** A text as its author works on it. What others read of it are its versions. */
export const publication = defineObject({
  name: 'publication',
  label: { zh: '发布内容', en: 'Publication' },
  icon: 'file-text',
  title: 'title',
  custody: { type: 'own', owner: 'owner', unit: 'unit' },
  fields: {
    ...contentFields,
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'draft',
      indexed: true,
      choices: {
        draft: { zh: '草稿', en: 'Draft', colour: 'grey' },
        published: { zh: '已发布', en: 'Published', colour: 'green' },
        withdrawn: { zh: '已撤下', en: 'Withdrawn', colour: 'red' },
      },
    }),
    edition: number({ label: { zh: '最近发布的版本', en: 'Last version published' }, integer: true, readOnly: true }),
    askAgain: boolean({
      label: { zh: '新版本须重新确认', en: 'Confirm each version anew' },
      help: {
        zh: '关闭时，确认过上一版的人不必再确认下一版',
        en: 'Off: whoever confirmed the version before need not confirm the next',
      },
      default: true,
    }),
    owner: user({ label: { zh: '负责人', en: 'In charge' }, default: 'me', indexed: true }),
    unit: unit({ label: { zh: '所属部门', en: 'Unit' } }),
  },
  requirements: [{ field: 'owner', need: 'required' }],
  views: {
    list: ['title', 'kind', 'state', 'edition', 'mustRead', 'from', 'until', 'owner'],
    head: ['kind', 'state', 'edition', 'owner'],
    form: {
      basics: { label: { zh: '内容', en: 'Text' }, fields: ['kind', 'title', 'body', 'penalty'] },
      procedure: {
        label: { zh: '操作规程', en: 'Procedure' },
        fields: ['governs', 'governsOwn', 'act', 'stages', 'starts'],
      },
      readers: {
        label: { zh: '对象与期限', en: 'Readers and time' },
        fields: ['roles', 'ownRoles', 'units', 'mustRead', 'askAgain', 'pinned', 'from', 'until', 'owner', 'unit'],
      },
      state: { label: { zh: '发布', en: 'Publishing' }, fields: ['state', 'edition'] },
    },
  },
})

export const publicationPolicy = definePolicy(publication, 'programmes')

/**
 * What is changed after it was published is a draft of the next version until somebody publishes that; what readers have stays. To publish is to
 * change the state, so whatever the house asks of changes it asks of this one.
 */
export async function preparePublication(
  ctx: Context,
  values: Values,
  before: Values | null,
  { returns }: Prepared,
): Promise<void> {
  if (returns) return
  const { from, until } = values
  if (typeof from === 'string' && typeof until === 'string' && until < from) refuse('until', 'publication.ends_early')
  await checkSteps(ctx, values)
  const was = before?.state ?? 'draft'
  if (values.state === 'withdrawn' && !before?.edition) refuse('state', 'publication.never_published')
  if (values.state !== 'published') return
  if (values.kind === 'duties' && !namesPosts(values)) refuse('roles', 'publication.duties_of_nobody')
  if (was !== 'published') values.edition = Number(before?.edition ?? 0) + 1
  else if (contentNames.some((field) => !isSame(values[field], before?.[field]))) values.state = 'draft'
}

async function checkSteps(ctx: Context, values: Values): Promise<void> {
  const steps = stepsIn(values.steps)
  if (!steps) refuse('steps', 'procedure.steps_wrong')
  if (!steps.length) return
  const object = await governedBy(ctx, values)
  const type = object === null ? undefined : ctx.kernel.registry.objects.get(object)
  if (!type || !isCarriedOutOn(type)) refuse('governs', 'procedure.steps_of_customers')
  if (!areSound(ctx, type.name, steps)) refuse('steps', 'procedure.steps_wrong')
  const begins = values.starts ?? 'hand'
  if (type.name !== 'customer' && begins !== 'hand') refuse('starts', 'procedure.starts_with_customers')
}

function namesPosts({ roles, ownRoles }: Values): boolean {
  return [roles, ownRoles].some((named) => Array.isArray(named) && named.length > 0)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

function refuse(path: string, code: ErrorCode): never {
  throw new AppError(422, code, { errors: [{ path, code, params: {} }] })
}
