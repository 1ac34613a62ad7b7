import { useObjectNamed } from '../../api/definitions.ts'
import type { InputProps } from '../../kind-web.ts'
import { ReferenceSelect } from './reference-select.tsx'

type ReferenceInputProps = InputProps & { object: unknown; many?: boolean }

/** The select of the object that the field points to; nothing to choose where the reader may not see that object. */
export function ReferenceInput({ object, ...rest }: ReferenceInputProps) {
  const target = useObjectNamed(typeof object === 'string' ? object : '')
  return target ? <ReferenceSelect {...rest} target={target} /> : null
}
