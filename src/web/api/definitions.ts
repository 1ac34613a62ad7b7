import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { notFound } from '@tanstack/react-router'
import { calendarSpans } from '#shared/calendar-spans'
import type { RegionNode, RegionTable } from '#shared/regions'
import { regionTable } from '#shared/regions'
import type { DefinitionsWire, FieldWire, ObjectWire } from '#shared/wire'
import { request } from './request.ts'

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => request<DefinitionsWire>('GET', '/definitions', { signal }),
})

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }): Promise<RegionTable> =>
    regionTable(await request<RegionNode[]>('GET', '/regions', { signal })),
})

export function useObjects(): readonly ObjectWire[] {
  return useSuspenseQuery(definitionsQuery).data.objects
}

/** Whether a module is switched on. */
export function useIsOn(module: string): boolean {
  return useSuspenseQuery(definitionsQuery).data.modules.includes(module)
}

/** Before a page of an object is shown: an unknown path leads to "not found". */
export async function requireObject(client: QueryClient, path: string): Promise<void> {
  const { objects } = await client.ensureQueryData(definitionsQuery)
  if (!objects.some((object) => object.path === path)) throw notFound()
}

/** The object of an address that `requireObject` has let through. */
export function useObjectAt(path: string): ObjectWire {
  const found = useObjects().find((object) => object.path === path)
  if (!found) throw new Error(`no object at ${path}`)
  return found
}

export function useObjectNamed(name: string): ObjectWire | undefined {
  return useObjects().find((object) => object.name === name)
}

export function childrenOf(object: ObjectWire, objects: readonly ObjectWire[]): readonly ObjectWire[] {
  return objects.filter((other) => other.parent?.object === object.name && other.can.includes('read'))
}

export function fieldOf(object: ObjectWire, name: string): FieldWire | undefined {
  return (
    object.fields.find((field) => field.name === name) ??
    [...systemFields, ...verifiedMoments(object)].find((field) => field.name === name)
  )
}

const moment = {
  kind: 'date_time',
  level: 1,
  sealed: false,
  required: false,
  readOnly: true,
  custom: false,
  options: {},
  operators: ['gte', 'lte'],
  sortable: true,
  groupable: false,
  spans: calendarSpans,
  aliases: [],
  access: 'read',
  revealable: false,
} as const
/** When the values of fields that are to be verified were, to filter and sort by. */
export function verifiedMoments({ fields }: ObjectWire): readonly FieldWire[] {
  return fields.flatMap(({ verify, name, label: { zh, en } }) =>
    verify
      ? [
          {
            ...moment,
            spans: [],
            operators: ['lt', 'gte', 'empty'],
            name: `${name}.verifiedAt`,
            label: { zh: `${zh} · 核实时间`, en: `${en} · verified` },
          },
        ]
      : [],
  )
}

const person = { ...moment, kind: 'user', operators: ['in', 'notIn'], sortable: false, spans: [] } as const

/** Facts that every record has beside its declared fields. */
export const systemFields: readonly FieldWire[] = [
  { ...moment, name: 'createdAt', label: { zh: '创建时间', en: 'Created at' } },
  { ...moment, name: 'updatedAt', label: { zh: '最后修改时间', en: 'Modified at' } },
  { ...person, name: 'createdBy', label: { zh: '创建人', en: 'Created by' } },
  { ...person, name: 'updatedBy', label: { zh: '最后修改人', en: 'Modified by' } },
]
