import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ListWire } from '#shared/wire'
import { useObjectNamed } from '../../api/definitions.ts'
import { request } from '../../api/request.ts'
import type { InputProps } from '../../kind-web.ts'
import { Counted } from './counted.tsx'
import { kitProps } from './kit-props.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'
import 'virtual:antd/tag.css'

/** Free words, with those that the company already uses on offer. */
export function TagsInput({ value, onChange, field: _, counts, ...rest }: InputProps) {
  const tag = useObjectNamed('tag')
  const known = useQuery({
    queryKey: ['list', 'tag', 'names'],
    enabled: tag !== undefined,
    queryFn: ({ signal }) => request<ListWire>('GET', `/${tag?.path}`, { query: { limit: 200 }, signal }),
  })
  const names = (known.data?.items ?? []).map((item) => String(tag ? item[tag.title] : ''))
  return (
    <Select
      {...kitProps(rest)}
      mode="tags"
      value={Array.isArray(value) ? value : []}
      options={names.map((name) => ({ value: name, label: name }))}
      optionRender={({ label, value: name }) => (
        <Counted counts={counts} value={name}>
          {label}
        </Counted>
      )}
      tokenSeparators={[',', '，', '、', ';', '；']}
      style={{ width: '100%' }}
      onChange={(next: string[]) => onChange(next.length ? next : null)}
    />
  )
}
