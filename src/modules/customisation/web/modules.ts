import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Label } from '#shared/label'
import { request } from '../../../web/api/request.ts'

export type ModuleWire = { name: string; label: Label; gone: Label | null; active: boolean }

/** All that the house consists of, as it is by these definitions. */
export function modulesQuery(version: number) {
  return queryOptions({
    queryKey: ['modules', version],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<{ items: readonly ModuleWire[] }>('GET', '/modules', { signal }),
  })
}

type ForeseenSwitch = {
  objects: readonly { label: Label; records: number }[]
  fields: readonly { object: Label; label: Label }[]
  pointing: readonly { label: Label; count: number }[]
  jobs: number
  first: readonly Label[]
}

/** What goes with a module, or comes back with it. */
export function switchQuery({ name, active }: ModuleWire) {
  return queryOptions({
    queryKey: ['module-preview', name, active],
    staleTime: 0,
    retry: false,
    queryFn: ({ signal }) => request<ForeseenSwitch>('POST', '/module-previews', { body: { module: name }, signal }),
  })
}
