import { useMemo, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import type { ParentRecord } from '../kind-web.ts'
import type { Values } from './form-values.ts'
import { besides, parentOf } from './parent.ts'

type Parent = {
  parent?: ParentRecord
  /** Takes a change of the form's values; answers with those that must change with it. */
  follow: (changed: Values) => Values
}

/** The record on whose file a form's record stands, as its values name it by now. */
export function useParent(object: ObjectWire, first: Values): Parent {
  const objects = useObjects()
  const [values, setValues] = useState(first)
  const named = parentOf(object, values)
  const id = named?.id
  const kind = named?.object
  const parent = useMemo(() => (kind && id ? { object: kind, id } : undefined), [kind, id])
  const follow = (changed: Values): Values => {
    if (!object.parent || !(object.parent.field in changed)) return {}
    setValues(changed)
    return Object.fromEntries(besides(object, objects).map((name) => [name, null]))
  }
  return { parent, follow }
}
