import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Context, type ObjectType, storeFile } from '#kernel'

export type Input = Record<string, unknown>

const fresh = (): string => `made${randomUUID().slice(0, 8)}`
const labels = { labelZh: '样本', labelEn: 'Sample' }

let weeks = 0
const nextWeek = (): string => new Date(Date.UTC(1990, 0, 1) + ++weeks * 7 * 86_400_000).toISOString().slice(0, 10)

const sections = [{ name: 'basics', label: { zh: '标签', en: 'Tag' }, fields: ['name'] }]

/** Objects whose records must make sense beyond their fields: an input, and a change that they allow. */
const particular: Readonly<Record<string, { input(ctx: Context): Input; patch: Input }>> = {
  custom_object: { input: () => ({ name: fresh(), ...labels }), patch: { labelZh: '改过' } },
  custom_field: {
    input: () => ({ object: 'tag', name: fresh(), kind: 'text', ...labels }),
    patch: { labelZh: '改过' },
  },
  value_list_item: {
    input: () => ({ object: 'customer', field: 'source', value: fresh(), ...labels }),
    patch: { labelZh: '改过' },
  },
  purpose: {
    input: () => ({ nameZh: '目的', nameEn: 'Purpose', basis: 'contract' }),
    patch: { nameZh: '改过' },
  },
  consent: { input: () => ({ noticeVersion: null, notice: '告知全文' }), patch: { withdrawnHow: '书面' } },
  disclosure: { input: () => ({ separateConsent: 'obtained' }), patch: { details: '改过' } },
  export: {
    input: ({ kernel, systemReason }) => ({
      object: 'customer',
      columns: ['name'],
      selection: null,
      purpose: systemReason ? null : [...kernel.purposes.values()].find(({ byConsent }) => !byConsent)?.id,
    }),
    patch: { grounds: '改过' },
  },
  notification: {
    input: ({ actor }) => (actor.id ? { reader: actor.id } : {}),
    patch: { readAt: '2026-01-05T08:00:00Z' },
  },
  read_receipt: { input: ({ actor }) => (actor.id ? { reader: actor.id } : {}), patch: { number: 2 } },
  completeness_score: { input: () => ({ day: '2026-01-05' }), patch: { files: 2 } },
  indicator_score: { input: () => ({ period: '2020-Q1' }), patch: { tasks: 2 } },
  second_entry: { input: () => ({ state: 'waiting' }), patch: { state: 'dropped' } },
  favourite: { input: () => ({ page: '/today' }), patch: { position: 2 } },
  // At rest, so that it calls for no meeting of its own.
  regular_meeting: { input: () => ({ active: false }), patch: { place: '二楼' } },
  // One for each week.
  work_report: { input: () => ({ week: nextWeek() }), patch: { plans: '改过' } },
  // Of nobody, so that everybody may handle it.
  suggestion: { input: ({ systemReason }) => (systemReason ? { sender: null } : {}), patch: { reply: '改过' } },
  // Out of force, so that a second one may be there.
  appraisal_scheme: { input: () => ({ active: false }), patch: { note: '改过' } },
  appraisal: { input: () => ({}), patch: { managerScore: 90, managerWords: '改过' } },
  credit: { input: () => ({}), patch: { reason: '改过' } },
  role: { input: () => ({ nameZh: '角色', nameEn: 'Role' }), patch: { description: '改过' } },
  field_rule: {
    input: () => ({ object: 'customer', field: 'fax', rule: 'recommended' }),
    patch: { rule: 'optional' },
  },
  module_switch: { input: () => ({ module: 'labels', active: true }), patch: { active: false } },
  // Not in force, so that no other sample is graded by it.
  value_rule: {
    input: () => ({ field: 'tier', value: 'vip', when: { purchaseCount: { gte: 1_000 } } }),
    patch: { note: '改过' },
  },
  approval_rule: {
    // Of a case that no sample is, so that it stands in nobody's way.
    input: () => ({
      object: 'product',
      name: '产品',
      operations: ['delete'],
      when: { name: '仅此一件' },
      superior: true,
    }),
    patch: { note: '改过' },
  },
  layout: {
    input: () => ({ object: 'tag', sections }),
    patch: { sections: sections.map((section) => ({ ...section, name: 'marks' })) },
  },
}

/** The least that a record of any object needs, as its kinds' examples; parents are the caller's. */
export async function sampleInput(ctx: Context, type: ObjectType, given: Input = {}): Promise<Input> {
  const input: Input = {}
  for (const { name, field, kind } of type.stored) {
    if (!field.required || kind.allocated || name === type.parent?.field) continue
    const target = kind.target?.(field)
    // Who makes it stands there by itself.
    if (target && field.default !== undefined) continue
    if (kind.holdsFiles) input[name] = [await newFile(ctx)]
    else input[name] = target ? await another(ctx, target) : kind.example(field)
  }
  // What is unique is another each time, such as the name under which a person signs in.
  for (const { name, field } of type.stored) if (field.unique) input[name] = randomUUID()
  return { ...input, ...particular[type.name]?.input(ctx), ...given }
}

/** A record of the object that nobody else names, so that others stay free to go. */
async function another(ctx: Context, object: string): Promise<string> {
  const records = ctx.asSystem('sample').recordsNamed(object)
  return (await records.create(await sampleInput(ctx, records.type))).id
}

async function newFile(ctx: Context): Promise<string> {
  return (await storeFile(ctx, Readable.from([Buffer.from('合同')]), '合同.txt')).id
}

const free = ['text', 'long_text', 'company_name', 'person_name']

/** A change that every record of the object can take. */
export function samplePatch(type: ObjectType): Input {
  const known = particular[type.name]
  if (known) return known.patch
  const field = type.stored.find(({ field: { kind, readOnly }, sealed }) => free.includes(kind) && !readOnly && !sealed)
  if (!field) throw new Error(`${type.name} has no field of free text`)
  return { [field.name]: '改过' }
}
