import { encodeStun, type ReceivedStun, type StunAttribute } from './stun-message.ts'
import { ATTRIBUTE, type StunErrorCode } from './stun-numbers.ts'
import { encodeError } from './stun-values.ts'
import { REALM } from './turn-credentials.ts'

/** What a request is answered with: that it was done, or why not. */
export type TurnAnswer = readonly StunAttribute[] | Refusal

export interface Refusal {
  code: StunErrorCode
  /** The attributes that this server had to understand and does not. */
  unknown?: readonly number[]
}

/** Writes an answer, signed when there is a key. Who came without credentials learns what to sign with: `nonce`. */
export function encodeAnswer(request: ReceivedStun, answer: TurnAnswer, nonce: string, key?: Buffer): Buffer {
  const { method, transaction } = request
  if ('code' in answer) {
    return encodeStun({ method, kind: 'error', transaction, attributes: describe(answer, nonce) }, key)
  }
  return encodeStun({ method, kind: 'success', transaction, attributes: answer }, key)
}

function describe({ code, unknown = [] }: Refusal, nonce: string): StunAttribute[] {
  const attributes: StunAttribute[] = [{ type: ATTRIBUTE.errorCode, value: encodeError(code) }]
  if (code === 401 || code === 438) {
    attributes.push({ type: ATTRIBUTE.realm, value: Buffer.from(REALM) })
    attributes.push({ type: ATTRIBUTE.nonce, value: Buffer.from(nonce) })
  }
  if (unknown.length > 0) {
    const value = Buffer.concat(unknown.map((type) => Buffer.from([type >> 8, type & 0xff])))
    attributes.push({ type: ATTRIBUTE.unknownAttributes, value })
  }
  return attributes
}
