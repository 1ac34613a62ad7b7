import { queryOptions } from '@tanstack/react-query'
import type { ObjectWire, Titles } from '#shared/wire'
import { request } from './request.ts'

/** A form whose draft is kept: of a record, of a new one, or of a new one on a file that is settled. */
export type DraftForm = { object: ObjectWire; record?: string; parent?: string }

export type FormDraft = {
  values: Readonly<Record<string, unknown>>
  /** Version of the record on which the changes were based; null for a new one. */
  version: number | null
  at: string
  titles: Titles
}

/** What was typed into a form and not saved; asked for each time that the form opens, and kept no longer than it is open. */
export function formDraftQuery(form: DraftForm) {
  return queryOptions({
    queryKey: ['form-draft', form.object.name, form.record, form.parent],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) => {
      const { draft } = await request<{ draft: FormDraft | null }>('GET', '/form-drafts', {
        query: nameOf(form),
        signal,
      })
      return draft
    },
  })
}

/** `parting`: the page is going away, and the request must outlive it. */
export function keepFormDraft(
  form: DraftForm,
  { values, version }: Pick<FormDraft, 'values' | 'version'>,
  parting = false,
): Promise<{ at: string }> {
  return request('POST', '/form-drafts', { body: { ...nameOf(form), values, version }, keepalive: parting })
}

export async function dropFormDraft(form: DraftForm, parting = false): Promise<void> {
  await request('DELETE', '/form-drafts', { query: nameOf(form), keepalive: parting })
}

function nameOf({ object, record, parent }: DraftForm) {
  return { object: object.path, record, parent }
}
