import { queryOptions } from '@tanstack/react-query'
import type { Label } from '#shared/label'
import type { FieldAccess, Operation } from '#shared/wire'
import { request } from '../../../web/api/request.ts'
import type { Grant } from './rights.ts'

export type FieldRule = { object: string; field: string; access: FieldAccess }

export type RoleWire = {
  code: string
  label: Label
  /** Comes with the product; the others are the company's own records. */
  standard: boolean
  class: 'business' | 'system' | 'security' | 'audit'
  clearance: number
  plain: number
  duties: readonly string[]
  purposes: 'all' | readonly string[]
  defaultPurpose: string | null
  /** Null: no bound; absent: the usual one. */
  readLimit?: number | null
  grants: readonly Grant[]
  fields?: readonly FieldRule[]
}

export type CatalogueField = { name: string; label: Label; level: number; findable: boolean }

export type CatalogueObject = {
  name: string
  area: string
  label: Label
  icon: string
  /** Whether somebody holds its records, so that a scope says something. */
  held: boolean
  rights: readonly Operation[]
  fields: readonly CatalogueField[]
}

export type Catalogue = {
  areas: readonly string[]
  objects: readonly CatalogueObject[]
  roles: readonly RoleWire[]
}

/** The roles in force and what they can speak of, for who answers for roles. */
export const catalogueQuery = queryOptions({
  queryKey: ['role-catalogue'],
  staleTime: 0,
  queryFn: ({ signal }) => request<Catalogue>('GET', '/role-catalogue', { signal }),
})
