import { useQuery } from '@tanstack/react-query'
import { Cascader } from 'antd'
import { useMemo } from 'react'
import type { RegionNode } from '#shared/regions'
import { regionsQuery } from '../../api/definitions.ts'
import type { InputProps } from '../../kind-web.ts'
import { kitProps } from './kit-props.ts'
import 'virtual:antd/cascader.css'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** Province, city and district, by columns or by typing a part of a name. */
export function RegionInput({ value, onChange, field, ...rest }: InputProps) {
  const regions = useQuery(regionsQuery)
  const tree = regions.data?.tree ?? noRegions
  const options = useMemo(() => tree.map(optionOf), [tree])
  return (
    <Cascader
      {...kitProps(rest)}
      options={options}
      value={typeof value === 'string' ? codesTo(value, tree) : undefined}
      changeOnSelect
      loading={regions.isPending}
      showSearch={{ filter: (text, path) => path.some(({ label }) => String(label).includes(text)), limit: 30 }}
      displayRender={(names) => names.join(' / ')}
      allowClear={!field.required}
      placeholder={rest.placeholder ?? ''}
      style={{ width: '100%' }}
      onChange={(codes) => onChange(codes?.at(-1) ?? null)}
    />
  )
}

const noRegions: readonly RegionNode[] = []

type RegionOption = { value: string; label: string; children?: RegionOption[] }

function optionOf({ code, name, children }: RegionNode): RegionOption {
  return { value: code, label: name, children: children?.map(optionOf) }
}

function codesTo(code: string, nodes: readonly RegionNode[]): string[] | undefined {
  for (const node of nodes) {
    if (node.code === code) return [node.code]
    const below = codesTo(code, node.children ?? [])
    if (below) return [node.code, ...below]
  }
  return undefined
}
