import type {
  RoomCaption,
  RoomClient,
  RoomConnection,
  RoomParticipant,
  RoomRequest,
  RoomStatistics,
} from '../room-client.ts'
import type { RoomEnd } from '../room-end.ts'
import { createFakeConnectionCheck, type FakeConnectionCheck } from './fake-connection-check.ts'
import { createFakeParticipant, type FakeParticipant, type FakePerson } from './fake-participant.ts'
import { createFakeRoomConnection, type FakeRoomConnection, type Published } from './fake-room-connection.ts'
import { createPlayback } from './fake-room-track.ts'

/** A room without a network: tests and stories say who comes, goes, mutes, shares and what breaks. */
export interface FakeRoomClient extends RoomClient, FakeConnectionCheck {
  /** Every connect that was asked for, oldest first. */
  readonly requests: readonly RoomRequest[]
  /** The stay that is open now. */
  readonly connection: RoomConnection | null
  /** What this browser publishes now; `null` while it is not in the room. */
  readonly published: Readonly<Published> | null
  /** The media elements that play something now. Empty after a call that cleaned up. */
  readonly playing: ReadonlySet<HTMLMediaElement>
  /** Everything this browser has said, oldest first, over all its stays. */
  readonly sent: readonly string[]
  /** Somebody enters, whether or not this browser is there yet. */
  join(person: FakePerson): void
  /** Changes somebody who is there: mute, camera, screen, a shaky connection. */
  change(identity: string, change: Omit<FakePerson, 'identity'>): void
  /** Somebody goes. */
  leave(identity: string): void
  /** This browser's own connection is lost (`restore` brings it back). */
  drop(): void
  restore(): void
  /** This person speaks most from now on; `null`: nobody does. */
  speak(identity: string | null): void
  /** Somebody who is there says something to everybody, in whatever words: also ones nobody understands. */
  say(identity: string, text: string): void
  /** How good this browser's own connection is, from 0 to 5. */
  feel(networkQuality: number | null): void
  /** The service begins or stops to record. */
  record(isRecording: boolean): void
  /** The service writes down what somebody says; a sentence by the same `id` replaces its beginning. */
  caption(identity: string, text: string, options?: Partial<Omit<RoomCaption, 'sid' | 'text'>>): void
  /** What the connection is said to have carried; `null`, as at first: it cannot be measured. */
  measure(statistics: RoomStatistics | null): void
  /** How often the open stay was told that the page is back in sight. */
  readonly timesRefreshed: number
  /** The room ends for this browser. */
  end(end: RoomEnd): void
  /** The next connect is refused with this. */
  failNextConnect(end: RoomEnd): void
  /** Connects wait until the answer is called (or until they are aborted). */
  holdConnects(): () => void
}

/** @param options.blocksSound the browser wants a click before it plays sound. */
export function createFakeRoomClient(
  options: { people?: readonly FakePerson[]; identity?: string; blocksSound?: boolean } = {},
): FakeRoomClient {
  const { identity = 'me' } = options
  const connectionCheck = createFakeConnectionCheck()
  const playback = createPlayback({ blocksSound: options.blocksSound ?? false })
  const requests: RoomRequest[] = []
  const sent: string[] = []
  const failures: RoomEnd[] = []
  const people = new Map<string, { script: FakeParticipant; picture: RoomParticipant }>()
  let gate: { opened: Promise<void>; open: () => void } | null = null
  let connection: FakeRoomConnection | null = null
  let statistics: RoomStatistics | null = null

  const remotes = () => [...people.values()].map((person) => person.picture)
  const live = () => (connection?.isLive ? connection : null)

  function put(person: FakePerson): void {
    const script = createFakeParticipant(person, playback)
    people.set(person.identity, { script, picture: script.become({}) })
  }

  function find(who: string): { script: FakeParticipant; picture: RoomParticipant } {
    const person = people.get(who)
    if (!person) throw new Error(`Nobody called ${who} is in the fake room. Let them join first.`)
    return person
  }

  for (const person of options.people ?? []) put(person)

  return {
    checks: connectionCheck.checks,
    get openChecks() {
      return connectionCheck.openChecks
    },
    checkConnection: connectionCheck.checkConnection,
    findConnection: connectionCheck.findConnection,
    holdChecks: connectionCheck.holdChecks,
    requests,
    sent,
    get connection() {
      return live()
    },
    get published() {
      return live()?.published ?? null
    },
    playing: playback.elements,
    async connect(request) {
      requests.push(request)
      await orAbort(gate?.opened ?? Promise.resolve(), request.signal)
      const failure = failures.shift()
      if (failure) throw failure
      // As the service does it: the same person twice ends the older stay.
      live()?.end({ kind: 'other-tab' })
      connection = createFakeRoomConnection(request, {
        sid: `RM-${requests.length}`,
        identity,
        remotes: remotes(),
        playback,
        onSent: (text) => void sent.push(text),
        getStatistics: () => statistics,
      })
      return connection
    },
    join(person) {
      put(person)
      live()?.setRemotes(remotes())
    },
    change(who, change) {
      const person = find(who)
      person.picture = person.script.become(change)
      live()?.setRemotes(remotes())
    },
    leave(who) {
      people.delete(who)
      live()?.setRemotes(remotes())
    },
    drop: () => live()?.setReconnecting(true),
    restore: () => live()?.setReconnecting(false),
    speak: (who) => live()?.setSpeaker(who === null ? null : (people.get(who)?.picture.sid ?? null)),
    say(who, text) {
      const { sid } = find(who).picture
      live()?.hear({ sid, identity: who, text })
    },
    feel: (networkQuality) => live()?.setOwnQuality(networkQuality),
    record: (isRecording) => live()?.setRecording(isRecording),
    caption(who, text, options = {}) {
      const { sid } = find(who).picture
      live()?.caption({ id: text, sid, text, isFinal: true, language: null, ...options })
    },
    measure(next) {
      statistics = next
    },
    get timesRefreshed() {
      return live()?.timesRefreshed ?? 0
    },
    end: (end) => live()?.end(end),
    failNextConnect(end) {
      failures.push(end)
    },
    holdConnects() {
      let open = () => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      gate = { opened, open }
      return () => {
        gate = null
        open()
      }
    },
  }
}

const LEFT: RoomEnd = { kind: 'left' }

/** Waits, or rejects with `left` as soon as the signal aborts. */
function orAbort(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(LEFT)
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    void wait.then(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
  })
}
