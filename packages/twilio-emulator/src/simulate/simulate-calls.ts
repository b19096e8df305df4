import type { Simulate } from './simulate.ts'

/** The simulations that can be asked for over HTTP: all that concern people and rooms. */
export type SimulateCall = Exclude<
  keyof Simulate,
  'failRest' | 'repeatCallbacks' | 'holdCallbacks' | 'releaseCallbacks'
>

/** What a field holds. A `?` says that it may be missing, which is then `null`, or no option at all. */
export type FieldKind = 'text' | 'text?' | 'number' | 'number?' | 'flag' | 'flag?'

export interface CallShape {
  /** The arguments, in order. */
  args: readonly (readonly [field: string, kind: FieldKind])[]
  /** The fields of the object that comes last. */
  options?: Readonly<Record<string, FieldKind>>
}

/** How each call is written as the fields of a request. Both ends of the HTTP API go by this. */
export const SIMULATE_CALLS: Readonly<Record<SimulateCall, CallShape>> = {
  dropSocket: { args: [['identity', 'text']], options: { roomName: 'text?', forMs: 'number?' } },
  restoreSocket: { args: [['identity', 'text']] },
  delayMessages: { args: [['ms', 'number']], options: { identity: 'text?' } },
  outage: { args: [], options: { forMs: 'number?', forget: 'flag?' } },
  endOutage: { args: [] },
  busy: { args: [], options: { retryAfterMs: 'number?', times: 'number?' } },
  refuseConnect: { args: [['code', 'number']], options: { identity: 'text?', times: 'number?' } },
  troubleRelay: { args: [], options: { blocked: 'flag?', delayMs: 'number?', lossPercent: 'number?' } },
  expireToken: { args: [['identity', 'text']] },
  removeParticipant: { args: [['identity', 'text']], options: { roomName: 'text?' } },
  expelParticipant: {
    args: [
      ['identity', 'text'],
      ['code', 'number'],
    ],
    options: { roomName: 'text?' },
  },
  endRoom: { args: [['roomName', 'text']] },
  record: {
    args: [
      ['roomName', 'text'],
      ['isRecording', 'flag'],
    ],
  },
  dominantSpeaker: {
    args: [
      ['roomName', 'text'],
      ['identity', 'text?'],
    ],
  },
  followSpeakers: { args: [['roomName', 'text']] },
  networkQuality: {
    args: [
      ['roomName', 'text'],
      ['identity', 'text'],
      ['level', 'number?'],
    ],
  },
  switchOff: {
    args: [
      ['roomName', 'text'],
      ['identity', 'text'],
    ],
    options: { trackName: 'text?', recipient: 'text?' },
  },
  switchOn: {
    args: [
      ['roomName', 'text'],
      ['identity', 'text'],
    ],
    options: { trackName: 'text?', recipient: 'text?' },
  },
  breakChannels: {
    args: [
      ['roomName', 'text'],
      ['identity', 'text'],
    ],
  },
  transcribe: {
    args: [
      ['roomName', 'text'],
      ['identity', 'text'],
      ['text', 'text'],
    ],
    options: { isPartial: 'flag?', languageCode: 'text?' },
  },
  clear: { args: [] },
}

/** `dropSocket` -> `drop-socket`, the last part of its address. */
export function pathOf(call: string): string {
  return call.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

export function isSimulateCall(name: string): name is SimulateCall {
  return Object.hasOwn(SIMULATE_CALLS, name)
}
