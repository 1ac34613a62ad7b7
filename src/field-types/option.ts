import type { Field } from '../kernel/object/field.ts'

export function numberOption(field: Field, name: string): number | undefined {
  const value = field.options[name]
  return typeof value === 'number' ? value : undefined
}

export function textOption(field: Field, name: string): string | undefined {
  const value = field.options[name]
  return typeof value === 'string' ? value : undefined
}
