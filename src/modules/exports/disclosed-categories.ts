import type { ObjectType } from '#kernel'
import { customer } from '#objects'

type Category = 'name' | 'contact' | 'address' | 'identity' | 'purchases' | 'exchanges' | 'wishes' | 'files' | 'other'

const ofObjects: Readonly<Record<string, Category>> = {
  purchase: 'purchases',
  follow_up: 'exchanges',
  comment: 'exchanges',
  task: 'exchanges',
  need: 'wishes',
  preference: 'wishes',
  attachment: 'files',
}

const ofKinds: Readonly<Record<string, Category>> = {
  company_name: 'name',
  person_name: 'name',
  reference: 'name',
  phone: 'contact',
  email: 'contact',
  url: 'contact',
  address: 'address',
  region: 'address',
  resident_id: 'identity',
  credit_code: 'identity',
  bank_account: 'identity',
}

/** What the register says was handed over: it follows from the object and the columns, so nobody can say less than is in the file. */
export function categoriesOf(type: ObjectType, columns: readonly string[]): Category[] {
  const told = columns.map((name) => (isTitle(type, name) ? 'name' : ofKinds[type.fields.get(name)?.kind.name ?? '']))
  const object = ofObjects[type.name]
  const found = [...new Set([...(object ? [object] : []), ...told.flatMap((category) => category ?? [])])]
  const isRest = object === undefined && told.includes(undefined)
  return isRest ? [...found, 'other'] : found
}

/** What a customer or a person is called; of other records the title names nobody. */
function isTitle({ name, definition, parent }: ObjectType, field: string): boolean {
  return definition.title === field && (name === customer.name || (parent !== null && ofObjects[name] === undefined))
}
