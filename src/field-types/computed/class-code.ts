import { type ClassScheme, classCodeBy, fieldOfPart } from '#shared/class-scheme'
import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import { text } from '../text/kind.ts'
import { computed } from './kind.ts'

const longest = 60

type ClassCodeSettings = Pick<FieldSettings<string>, 'label' | 'help'> & { scheme: ClassScheme }

/** Where a paper file stands on the shelf. Worked out whenever it is read, so that another scheme holds for every file at once. */
export function classCode({ label, help, scheme }: ClassCodeSettings): Field<string> {
  const field = computed<string>({
    label,
    help,
    as: text({ label, max: longest }),
    from: [],
    value: () => null,
  })
  return { ...field, options: { ...field.options, ...classOptions(scheme) } }
}

/** What a field is that shows the class by a scheme; of what is none of the `fields` any more, nothing is known. */
export function classOptions(
  scheme: ClassScheme,
  fields?: Readonly<Record<string, Field>>,
): Readonly<Record<string, unknown>> {
  return {
    scheme,
    from: scheme.parts.map(fieldOfPart).filter((name) => !fields || name in fields),
    value: (values: Readonly<Record<string, unknown>>) => classCodeBy(scheme, values),
  }
}
