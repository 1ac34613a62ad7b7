import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { words } from '../words/words.ts'

export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON
export type PasskeyAnswer = AuthenticationResponseJSON

/** Browsers bind passkeys to a name and want https; an address in digits is no name. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname)
}

/** Lets the device ask its owner for finger, face or PIN, and sign. */
export function answerQuestion(optionsJSON: PasskeyQuestion): Promise<PasskeyAnswer> {
  return startAuthentication({ optionsJSON }).catch(tell)
}

export function makePasskey(optionsJSON: PublicKeyCredentialCreationOptionsJSON): Promise<RegistrationResponseJSON> {
  return startRegistration({ optionsJSON }).catch(tell)
}

/** The question inside a refusal that asks for a second factor. */
export function questionIn(details: Record<string, unknown> | undefined): PasskeyQuestion | undefined {
  const found = details?.passkey
  return isQuestion(found) ? found : undefined
}

function isQuestion(value: unknown): value is PasskeyQuestion {
  return typeof value === 'object' && value !== null && 'challenge' in value && typeof value.challenge === 'string'
}

/** Browsers tell no more than this, so that a page cannot find out which passkeys there are. */
function tell(cause: unknown): never {
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError') throw new Error(words('passkey.cancelled'), { cause })
  if (name === 'InvalidStateError') throw new Error(words('passkey.known'), { cause })
  throw new Error(words('passkey.failed'), { cause })
}
