import type { FieldRule } from './catalogue.ts'
import { accesses } from './field-rules.ts'
import { type Grant, scopes } from './rights.ts'

/** The grants in a role's record; the server has checked them, here they only get their type. */
export function readGrants(value: unknown): readonly Grant[] {
  return Array.isArray(value) ? value.filter(isGrant) : []
}

export function readRules(value: unknown): readonly FieldRule[] {
  return Array.isArray(value) ? value.filter(isRule) : []
}

function isGrant(value: unknown): value is Grant {
  return isObject(value) && Array.isArray(value.objects) && Array.isArray(value.rights) && isOneOf(scopes, value.scope)
}

function isRule(value: unknown): value is FieldRule {
  return (
    isObject(value) &&
    typeof value.object === 'string' &&
    typeof value.field === 'string' &&
    isOneOf(accesses, value.access)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value)
}
