import { lazy } from 'react'

// Lists, which open first, need no select: what is made of the kit's one, a tenth of all code, loads with the first form.
export const ChoiceSelect = lazy(() => import('./choice-select.tsx').then((part) => ({ default: part.ChoiceSelect })))
export const PlainSelect = lazy(() => import('./plain-select.tsx').then((part) => ({ default: part.PlainSelect })))
export const ReferenceInput = lazy(() =>
  import('./reference-input.tsx').then((part) => ({ default: part.ReferenceInput })),
)
export const TagsInput = lazy(() => import('./tags-input.tsx').then((part) => ({ default: part.TagsInput })))

/** Boxes to write in are as rare in lists. */
export const TextArea = lazy(() => import('./text-area.tsx').then((part) => ({ default: part.TextArea })))
