import type { ObjectWire } from '#shared/wire'
import { methodIcon } from '../file/method-icon.ts'
import { type Beginning, partsOf } from '../file/use-composer.ts'
import type { Call } from '../reveal/contact.ts'
import { choicesOf } from '../ui/cells/choice.ts'

/** What is known of a call before anybody writes it down: that it was one, when it began, and with whom. */
export function beginningOf(child: ObjectWire, file: ObjectWire, call: Call): Beginning {
  const { way } = partsOf(child)
  const byPhone = way && choicesOf(way).find(({ value }) => methodIcon(value) === 'phone')
  const person = child.fields.find(({ kind, options }) => kind === 'reference' && options.object === call.object)
  const isOther = call.object !== file.name
  return {
    values: {
      ...(way && byPhone && { [way.name]: byPhone.value }),
      ...(child.timeline && { [child.timeline]: call.at.toISOString() }),
      ...(person && isOther && { [person.name]: call.record }),
    },
    titles: isOther ? { [call.record]: call.name } : {},
  }
}
