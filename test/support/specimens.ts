import { kinds } from '#field-types'
import {
  applyGrants,
  asOwner,
  buildRegistry,
  type Codec,
  type Context,
  defineModule,
  defineObject,
  definePolicy,
  type Field,
  makeContext,
  openDatabase,
  readActual,
  statementsFor,
  systemActor,
} from '#kernel'
import { modules } from '../../src/server/modules.ts'
import type { House } from './house.ts'

/** A context in which an object `specimen` with these fields is declared, its table made as definitions ask. */
export async function openSpecimens(
  house: House,
  fields: Readonly<Record<string, Field>>,
  codec: Codec = house.kernel.codec,
): Promise<Context> {
  const specimen = defineObject({
    name: 'specimen',
    label: { zh: '样本', en: 'Specimen' },
    icon: 'flask-round',
    title: 'keeper',
    custody: { type: 'own', owner: 'keeper' },
    fields: { keeper: keeper(), ...fields },
    views: { list: [], form: {} },
  })
  const policy = definePolicy(specimen, 'files')
  const module = defineModule({ name: 'specimens', label: specimen.label, objects: [specimen], policies: [policy] })
  const kernel = { ...house.kernel, registry: buildRegistry([...modules, module], kinds), codec }
  await makeTable(house, kernel.registry)
  const actor = { ...systemActor, id: house.people.zhang.id }
  return makeContext({ kernel, actor, channel: 'cli', systemReason: 'specimens' })
}

function keeper(): Field {
  return { kind: 'user', label: { zh: '保管人', en: 'Keeper' }, level: 1, sealed: false, options: {}, default: 'me' }
}

async function makeTable(house: House, registry: Context['kernel']['registry']): Promise<void> {
  const login = openDatabase(house.url, { max: 1, name: 'specimens' })
  const connection = await login.connect()
  await asOwner(connection, house.rights, async () => {
    for (const statement of statementsFor(registry, await readActual(connection))) await connection.text(statement)
    if (house.rights.separateRoles) await applyGrants(connection, house.rights)
  })
  connection.release()
  await login.end()
}
