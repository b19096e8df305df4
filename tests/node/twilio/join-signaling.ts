import type { TwilioEmulator } from '@meetings/twilio-emulator'

/** A connection to a room, without any media. */
export interface SignalingVisit {
  roomSid: string
  participantSid: string
  /** Leaves as the SDK does; resolves when the room knows. */
  leave(): Promise<void>
}

/** Twilio's refusal of a token. */
export class JoinRefused extends Error {
  readonly code: number
  constructor(code: number) {
    super(`The room refused the token with ${code}.`)
    this.code = code
  }
}

/** Enters a room with a token, over the signalling protocol of the SDK. Rejects with a `JoinRefused`. */
export async function joinSignaling(
  emulator: TwilioEmulator,
  token: string,
  roomName: string,
): Promise<SignalingVisit> {
  const socket = new WebSocket(emulator.signalingUrl)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('The signalling server cannot be reached.')))
  })
  const say = (body: object) => socket.send(JSON.stringify({ type: 'msg', body }))
  socket.send(JSON.stringify({ type: 'hello', id: 'x', timeout: 5000, version: 2 }))
  const answer = hear(socket, ['connected', 'error'])
  const participant = { revision: 1, tracks: [] }
  say({ type: 'connect', version: 2, name: roomName, token, participant, peer_connections: [] })
  const { type, code, sid, session, participant: self } = await answer
  if (type === 'error') throw new JoinRefused(Number(code))
  return {
    roomSid: String(sid),
    participantSid: String((self as { sid: string }).sid),
    leave: async () => {
      const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
      say({ type: 'disconnect', session })
      // Frames keep their order: when the closing is answered, the leaving was heard.
      socket.close()
      await closed
    },
  }
}

function hear(socket: WebSocket, types: readonly string[]): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(String(data))
      if (frame.type === 'msg' && types.includes(frame.body.type)) resolve(frame.body)
    })
  })
}
