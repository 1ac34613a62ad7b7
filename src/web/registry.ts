import type { FieldWire } from '#shared/wire'
import { web as address } from '../field-types/address/web.tsx'
import { web as archiveNumber } from '../field-types/archive-number/web.tsx'
import { web as bankAccount } from '../field-types/bank-account/web.tsx'
import { web as birthday } from '../field-types/birthday/web.tsx'
import { web as boolean } from '../field-types/boolean/web.tsx'
import { web as choice } from '../field-types/choice/web.tsx'
import { web as choices } from '../field-types/choices/web.tsx'
import { web as companyName } from '../field-types/company-name/web.tsx'
import { web as computed } from '../field-types/computed/web.tsx'
import { web as creditCode } from '../field-types/credit-code/web.tsx'
import { web as date } from '../field-types/date/web.tsx'
import { web as dateTime } from '../field-types/date-time/web.tsx'
import { web as email } from '../field-types/email/web.tsx'
import { web as files } from '../field-types/files/web.tsx'
import { web as json } from '../field-types/json/web.tsx'
import { web as longText } from '../field-types/long-text/web.tsx'
import { web as money } from '../field-types/money/web.tsx'
import { web as number } from '../field-types/number/web.tsx'
import { web as percent } from '../field-types/percent/web.tsx'
import { web as personName } from '../field-types/person-name/web.tsx'
import { web as phone } from '../field-types/phone/web.tsx'
import { web as reference } from '../field-types/reference/web.tsx'
import { web as references } from '../field-types/references/web.tsx'
import { web as region } from '../field-types/region/web.tsx'
import { web as residentId } from '../field-types/resident-id/web.tsx'
import { web as tags } from '../field-types/tags/web.tsx'
import { web as text } from '../field-types/text/web.tsx'
import { web as unit } from '../field-types/unit/web.tsx'
import { web as url } from '../field-types/url/web.tsx'
import { web as user } from '../field-types/user/web.tsx'
import type { KindWeb } from './kind-web.ts'

/** Kind of a field -> its looks. A new kind adds one line. */
const kinds: Record<string, KindWeb> = {
  address,
  archive_number: archiveNumber,
  bank_account: bankAccount,
  birthday,
  boolean,
  choice,
  choices,
  company_name: companyName,
  computed,
  credit_code: creditCode,
  date,
  date_time: dateTime,
  email,
  files,
  json,
  long_text: longText,
  money,
  number,
  percent,
  person_name: personName,
  phone,
  reference,
  references,
  region,
  resident_id: residentId,
  tags,
  text,
  unit,
  url,
  user,
}

const looks = new WeakMap<FieldWire, FieldWire>()

/** The field that a computed one looks like, else the field itself; one and the same each time, as a list asks in each of its cells. */
export function shownAs(field: FieldWire): FieldWire {
  if (field.kind !== 'computed') return field
  const shown = looks.get(field) ?? readAs(field)
  looks.set(field, shown)
  return shown
}

function readAs(field: FieldWire): FieldWire {
  const inner: unknown = field.options.as
  if (typeof inner !== 'object' || inner === null || !('kind' in inner) || typeof inner.kind !== 'string') return field
  const options: unknown = 'options' in inner ? inner.options : undefined
  return { ...field, kind: inner.kind, options: { ...field.options, ...(typeof options === 'object' ? options : {}) } }
}

/** Looks of a field; one of an unknown kind is shown as text. */
export function webOf(field: FieldWire): KindWeb {
  return kinds[shownAs(field).kind] ?? text
}
