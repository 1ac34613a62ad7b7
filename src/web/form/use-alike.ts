import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { FieldWire, ListWire, ObjectWire, RecordWire } from '#shared/wire'
import { request } from '../api/request.ts'
import { webOf } from '../registry.ts'
import { useDebounced } from '../ui/use-debounced.ts'

/** More than these are no likeness but a common word. */
const most = 4
const restMs = 400

/**
 * Whether others like what is typed are looked for. Never by values that the reader sees as masks: the answer would tell one, and
 * each question would count as a guess.
 */
export function asksForAlike(object: ObjectWire, field: FieldWire): boolean {
  const { alike, isName } = webOf(field)
  return alike !== undefined && object.searchable && field.access === 'edit' && (!isName || field.name === object.title)
}

/** Records within the reader's sight that may be the one being typed. */
export function useAlike(object: ObjectWire, field: FieldWire): readonly RecordWire[] {
  const value: unknown = Form.useWatch(field.name, Form.useFormInstance())
  const typed = useDebounced(typeof value === 'string' ? value : '', restMs)
  const search = webOf(field).alike?.(typed)
  const { data } = useQuery({
    queryKey: ['list', object.name, 'alike', search],
    enabled: search !== undefined,
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${object.path}`, { query: { search, limit: most, fields: object.title }, signal }),
  })
  return search !== undefined && data && data.total <= most ? data.items : []
}
