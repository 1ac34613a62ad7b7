import { z } from 'zod'
import type { ObjectDefinition } from '#kernel'
import { type ArrangedSection, arranged } from '#shared/sections'

const label = z.strictObject({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) })
const name = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
const sections = z
  .array(z.strictObject({ name, label, fields: z.array(name).max(500) }))
  .min(1)
  .max(40)

/** The sections of a layout; nothing where they are none, or where one stands twice. */
export function readSections(value: unknown): readonly ArrangedSection[] | undefined {
  const { data } = sections.safeParse(value)
  if (!data) return undefined
  const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length
  return isOnce(data.map((section) => section.name)) && isOnce(data.flatMap(({ fields }) => fields)) ? data : undefined
}

/** A definition with its sections as the company has arranged them. Fields that are gone are passed over, new ones stand where they would. */
export function arrange(definition: ObjectDefinition, order: readonly ArrangedSection[]): ObjectDefinition {
  const standard = Object.entries(definition.views.form).map(([name, section]) => ({ name, ...section }))
  const there = new Set(standard.flatMap(({ fields }) => fields))
  const form = arranged(standard, order)
    .map((section) => ({ ...section, fields: section.fields.filter((field) => there.has(field)) }))
    .filter(({ fields }) => fields.length > 0)
    .map(({ name, label, fields }) => [name, { label, fields }] as const)
  return { ...definition, views: { ...definition.views, form: Object.fromEntries(form) } }
}
