import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import {
  type Asked,
  challengeMinutes,
  credentialsOf,
  isUuid,
  type Kernel,
  makeChallenge,
  notePasskeyUse,
  type Passkey,
  passkeyByCredential,
  takeChallenge,
} from '#kernel'

/** Where the page stands: passkeys belong to one site and answer to no other. */
export type Site = { origins: string[]; rp: string }

type Owner = { id: string; login: string; name: string }

const timeout = challengeMinutes * 60_000
/** Ed25519, ES256, RS256. */
const algorithms = [-8, -7, -257]

/** Asks the person's device to make a passkey: one that it finds by itself later, behind a finger, a face or a PIN. */
export async function askToMake(
  kernel: Kernel,
  { person, session, site, ip }: { person: Owner; session: string | null; site: Site; ip: string | null },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const challenge = await makeChallenge(kernel.db, { purpose: 'passkey', person: person.id, session }, ip)
  return generateRegistrationOptions({
    rpName: 'Dossier',
    rpID: site.rp,
    userID: handleOf(person.id),
    userName: person.login,
    userDisplayName: person.name,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout,
    attestationType: 'none',
    excludeCredentials: await credentialsOf(kernel.db, person.id, site.rp),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

type Made = Omit<Passkey, 'id' | 'person'> & { counter: number; transports: readonly string[] }

/** What the device has made; undefined where it does not answer what was asked. */
export async function readMade(
  kernel: Kernel,
  response: RegistrationResponseJSON,
  { asked, site }: { asked: Asked; site: Site },
): Promise<Made | undefined> {
  const expectedChallenge = await challengeTaken(kernel, response.response.clientDataJSON, asked)
  if (expectedChallenge === undefined) return undefined
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: site.origins,
    expectedRPID: site.rp,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(notAccepted)
  if (!verified || !registrationInfo) return undefined
  const { id, publicKey, counter } = registrationInfo.credential
  const { transports = [] } = response.response
  return {
    credential: Buffer.from(id, 'base64url'),
    publicKey: Buffer.from(publicKey),
    rp: site.rp,
    counter,
    transports,
  }
}

/** Asks for a passkey: of this person, or of whoever sits there. */
export async function askForPasskey(
  kernel: Kernel,
  { asked, site, ip }: { asked: Asked; site: Site; ip: string | null },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await makeChallenge(kernel.db, asked, ip)
  return generateAuthenticationOptions({
    rpID: site.rp,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout,
    userVerification: 'required',
    allowCredentials: asked.person ? await credentialsOf(kernel.db, asked.person, site.rp) : [],
  })
}

/** The passkey that an answer names. */
export function passkeyOf(kernel: Kernel, { id }: AuthenticationResponseJSON): Promise<Passkey | undefined> {
  return passkeyByCredential(kernel.db, Buffer.from(id, 'base64url'))
}

/** `copied`: all is right but that the device has counted back, so that there may be two of it. */
export type PasskeyOutcome = 'right' | 'wrong' | 'copied'

/** Whether the device of this passkey has just answered what was asked, for this site, after it saw its owner. */
export async function provePasskey(
  kernel: Kernel,
  passkey: Passkey | undefined,
  { response, asked, site }: { response: AuthenticationResponseJSON; asked: Asked; site: Site },
): Promise<PasskeyOutcome> {
  const expectedChallenge = await challengeTaken(kernel, response.response.clientDataJSON, asked)
  if (expectedChallenge === undefined || !passkey || passkey.rp !== site.rp) return 'wrong'
  if (asked.person !== null && asked.person !== passkey.person) return 'wrong'
  const { userHandle } = response.response
  // Whoever was not named before is named by the device.
  const isNamed = userHandle ? userHandle === handleOf(passkey.person).toString('base64url') : asked.person !== null
  if (!isNamed) return 'wrong'
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: site.origins,
    expectedRPID: site.rp,
    requireUserVerification: true,
    // Zero: how far it has counted is compared below, in the statement that notes it, and after the signature.
    credential: { id: response.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  }).catch(notAccepted)
  if (!verified || !authenticationInfo) return 'wrong'
  return (await notePasskeyUse(kernel.db, passkey.id, authenticationInfo.newCounter)) ? 'right' : 'copied'
}

/** The library throws whatever it does not accept. */
function notAccepted(): { verified: false; registrationInfo?: undefined; authenticationInfo?: undefined } {
  return { verified: false }
}

/** Sixteen bytes that tell nothing about the person. */
function handleOf(person: string): Buffer<ArrayBuffer> {
  if (!isUuid(person)) throw new Error('A person is known by a UUID')
  return Buffer.from(person.replaceAll('-', ''), 'hex')
}

/** The question that an answer holds, used up; undefined where it was not asked. */
async function challengeTaken(kernel: Kernel, clientData: string, asked: Asked): Promise<string | undefined> {
  const challenge = challengeIn(clientData)
  return challenge !== undefined && (await takeChallenge(kernel.db, challenge, asked)) ? challenge : undefined
}

function challengeIn(clientData: string): string | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'))
    const challenge = typeof read === 'object' && read !== null && 'challenge' in read ? read.challenge : undefined
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}
