import { Select, type SelectProps } from 'antd'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** The kit's select of a few fixed values. */
export function PlainSelect(props: SelectProps<string>) {
  return <Select {...props} />
}
