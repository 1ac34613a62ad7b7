import { type Codec, houseOwner, type Place } from '../crypto/codec.ts'
import type { Runner } from '../query/database.ts'

const key = { owner: houseOwner, level: 3 } as const

/** `name`: the setting and its field, such as `mail.password`; what was sealed for one opens in no other. */
function placeOf(name: string): Place {
  return { object: 'setting', record: houseOwner, field: name, copy: 'record' }
}

/** A secret as it stands in a setting, sealed for the house; null for none. */
export async function sealSettingSecret(codec: Codec, name: string, secret: string): Promise<string | null> {
  if (!secret) return null
  return (await codec.sealing([key])).seal(secret, placeOf(name), key).toString('base64')
}

/** The secret of a setting, opened; empty for none. */
export async function openSettingSecret(
  { db, codec }: { db: Runner; codec: Codec },
  name: string,
  sealed: string | null,
): Promise<string> {
  if (sealed === null) return ''
  const bytes = Buffer.from(sealed, 'base64')
  return (await codec.opening(db, [bytes])).open(bytes, placeOf(name)) ?? ''
}
