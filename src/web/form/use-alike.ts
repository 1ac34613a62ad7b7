import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import type { DuplicateHint, FieldWire, ObjectWire } from '#shared/wire'
import { request } from '../api/request.ts'
import { useDebounced } from '../ui/use-debounced.ts'

const restMs = 400
const none: DuplicateHint = { records: [], hidden: false }

/** Whether what is typed into a field is one of the things by which the server finds records like it. */
export function asksForAlike(object: ObjectWire, field: FieldWire): boolean {
  return object.alike.includes(field.name)
}

/** Records that may be the one being typed, where this field is the first to say so; all fields ask together. */
export function useAlike(object: ObjectWire, field: FieldWire): DuplicateHint {
  const typed = Form.useWatch(
    (form: Record<string, unknown>) =>
      JSON.stringify(Object.fromEntries(object.alike.filter((name) => form[name]).map((name) => [name, form[name]]))),
    Form.useFormInstance(),
  )
  const rested = useDebounced(typed ?? '{}', restMs)
  const values: Record<string, unknown> = JSON.parse(rested)
  const { data = none } = useQuery({
    queryKey: ['list', object.name, 'alike', rested],
    enabled: Object.keys(values).length > 0,
    queryFn: ({ signal }) =>
      request<DuplicateHint>('POST', '/duplicate-checks', { body: { object: object.path, values }, signal }),
  })
  const isFirst = (name: string | undefined): boolean =>
    (object.alike.includes(name ?? '') ? name : object.title) === field.name
  return {
    records: data.records.filter(({ reasons: [reason] }) => isFirst(reason?.field)),
    hidden: data.hidden && field.name === object.title,
  }
}
