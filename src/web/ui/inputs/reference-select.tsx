import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { Filter } from '#shared/filter'
import type { ListWire, ObjectWire } from '#shared/wire'
import { request } from '../../api/request.ts'
import type { InputProps, ParentRecord } from '../../kind-web.ts'
import { useDebounced } from '../use-debounced.ts'
import { Counted } from './counted.tsx'
import { kitProps } from './kit-props.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

type ReferenceSelectProps = InputProps & { target: ObjectWire; many?: boolean }

/** Records of another object, found while typing. */
export function ReferenceSelect({
  value,
  onChange,
  field,
  titles,
  target,
  many,
  parent,
  counts,
  without = [],
  ...rest
}: ReferenceSelectProps) {
  const client = useQueryClient()
  const [search, setSearch] = useState('')
  const where = withinParent(target, parent)
  const term = useDebounced(useDeferredValue(search), 200)
  const found = useQuery({
    queryKey: ['list', target.name, 'options', term, where],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${target.path}`, { query: { search: term, where, limit: 20 }, signal }),
  })
  const offered = (found.data?.items ?? [])
    .filter(({ id }) => !without.includes(id))
    .map((item) => ({ value: item.id, label: String(item[target.title] ?? item.id) }))
  const titleOf = (id: string): string =>
    titles[id] ?? client.getQueryData<string>(['title', id]) ?? offered.find((one) => one.value === id)?.label ?? id
  const chosen = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string')
  const missing = chosen
    .filter((id) => !offered.some((one) => one.value === id))
    .map((id) => ({ value: id, label: titleOf(id) }))
  const choose = (next: string | string[] | undefined): void => {
    for (const { value: id, label } of offered) client.setQueryData(['title', id], label)
    onChange(Array.isArray(next) && next.length === 0 ? null : (next ?? null))
  }
  return (
    <Select<string | string[]>
      {...kitProps(rest)}
      mode={many ? 'multiple' : undefined}
      value={many ? chosen : chosen[0]}
      options={[...missing, ...offered]}
      optionRender={({ label, value: id }) => (
        <Counted counts={counts} value={id}>
          {label}
        </Counted>
      )}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      allowClear={!field.required}
      defaultOpen={rest.autoFocus}
      style={{ width: '100%' }}
      onChange={choose}
    />
  )
}

function withinParent({ parent: place }: ObjectWire, parent: ParentRecord | undefined): Filter | undefined {
  return place && place.object === parent?.object ? { [place.field]: parent.id } : undefined
}
