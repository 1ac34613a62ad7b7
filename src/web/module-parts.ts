import { type ComponentType, lazy } from 'react'
import type { ObjectWire } from '#shared/wire'

type ListPart = { object: string; Part: ComponentType<{ object: ObjectWire }> }

/** What stands above the list of an object. */
const listParts: readonly ListPart[] = [
  {
    object: 'work_report',
    Part: lazy(() => import('../modules/meetings/web/handed-in.tsx').then((part) => ({ default: part.HandedIn }))),
  },
]

export function listPartOf(object: ObjectWire): ListPart['Part'] | undefined {
  return listParts.find((part) => part.object === object.name)?.Part
}

type EmptyPart = { object: string; Empty: ComponentType }

/** What the empty list of an object that nobody fills in by hand says of where its records come from. */
const emptyParts: readonly EmptyPart[] = [
  {
    object: 'appraisal',
    Empty: lazy(() =>
      import('../modules/appraisals/web/no-appraisals.tsx').then((part) => ({ default: part.NoAppraisals })),
    ),
  },
]

export function emptyPartOf(object: ObjectWire): EmptyPart['Empty'] | undefined {
  return emptyParts.find((part) => part.object === object.name)?.Empty
}
