import type { ParticipantRole } from '@meetings/contract'
import { createFakeRoomClient } from '../room/fake/create-fake-room-client.ts'
import type { RoomConnection } from '../room/room-client.ts'
import { createTestClock } from '../testing/test-clock.ts'
import { createTalk } from './create-talk.ts'
import { type WireMessage, writeMessage } from './wire-message.ts'

const ROLES: Readonly<Record<string, ParticipantRole>> = { sam: 'host', ada: 'admin', kim: 'guest' }

/** A talk in a fake room with Sam (host) and Kim (guest), and the strings to pull. */
export async function enterTalk(options: { people?: readonly string[]; role?: ParticipantRole } = {}) {
  const { people = ['sam', 'kim'], role = 'customer' } = options
  const clock = createTestClock()
  const room = createFakeRoomClient({ people: people.map((identity) => ({ identity })) })
  const microphone = { isMuted: false }
  let changes = 0
  const talk = createTalk(
    {
      clock,
      roleOf: (identity) => (identity === 'me' ? role : (ROLES[identity] ?? null)),
      isMuted: () => microphone.isMuted,
      mute() {
        const wasHeard = !microphone.isMuted
        microphone.isMuted = true
        return wasHeard
      },
      unmute() {
        microphone.isMuted = false
      },
    },
    () => {
      changes += 1
    },
  )

  async function enter(): Promise<RoomConnection> {
    const connection = await room.connect({
      token: 'token',
      roomName: 'meeting_1',
      tracks: { microphone: null, camera: null },
      signal: new AbortController().signal,
    })
    talk.enter(connection)
    return connection
  }

  await enter()
  return {
    ...{ clock, room, talk, microphone, enter },
    get changes() {
      return changes
    },
    /** Somebody sends one of our messages. */
    say: (identity: string, message: WireMessage) => room.say(identity, writeMessage(message)),
    /** What this browser has sent, greetings left out. */
    sent: (): unknown[] =>
      room.sent.map((text): unknown => JSON.parse(text)).filter((message) => !isGreeting(message)),
    greetings: (): unknown[] => room.sent.map((text): unknown => JSON.parse(text)).filter(isGreeting),
  }
}

function isGreeting(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'hello'
}
