import type { ParticipantRole } from '@meetings/contract'
import type { Clock } from '../clock/meeting-clock.ts'
import type { RoomConnection, RoomMessage, RoomSnapshot } from '../room/room-client.ts'
import { createFloodGate } from './flood-gate.ts'
import { createGreeter } from './greeter.ts'
import { nextTalk, type TalkEvent } from './next-talk.ts'
import type { ReactionKind } from './reaction-kinds.ts'
import { readWireMessage, withoutControls } from './read-wire-message.ts'
import { MAX_CHAT_LENGTH, type TalkAction } from './talk-action.ts'
import { SILENCE, type TalkState } from './talk-state.ts'
import { type WireMessage, writeMessage } from './wire-message.ts'

export interface TalkPorts {
  clock: Clock
  /** What somebody is in this meeting, by the server's word; `null` while it is not known. */
  roleOf(identity: string): ParticipantRole | null
  /** Silences this person's microphone; `false` when it is silent already. */
  mute(): boolean
  isMuted(): boolean
  unmute(): void
}

/** Chat, reactions, hands and what hosts may ask, over the stays of one call. */
export interface Talk {
  getState(): TalkState
  enter(connection: RoomConnection): void
  /** The room is gone; what was said stays. */
  exit(): void
  /** `false` when it was refused: nothing to say, too long, too fast, not allowed, or nobody to say it to. */
  act(action: TalkAction): boolean
  /** The call is over: everything is forgotten. */
  clear(): void
}

/** How long a reaction is on the screen, in milliseconds. */
export const REACTION_MS = 4_000

export function createTalk(ports: TalkPorts, onChange: (state: TalkState) => void): Talk {
  const { clock } = ports
  const gate = createFloodGate(clock)
  const greeter = createGreeter(clock, {
    send,
    ownHandUpSince,
  })
  const timers = new Set<() => void>()
  let state = SILENCE
  let connection: RoomConnection | null = null
  let stops: (() => void)[] = []
  let own = ''
  let present: ReadonlySet<string> = new Set()
  let remotes: RoomSnapshot['remotes'] | null = null
  let isBroken = false
  let count = 0

  function tell(event: TalkEvent): void {
    const next = nextTalk(state, event)
    if (next === state) return
    state = next
    onChange(state)
  }

  function ownHandUpSince(): number | null {
    return state.hands.find((hand) => hand.identity === own)?.since ?? null
  }

  function send(message: WireMessage): boolean {
    return connection?.send(writeMessage(message)) ?? false
  }

  const isHost = (identity: string) => {
    const role = ports.roleOf(identity)
    return role === 'host' || role === 'admin'
  }

  function look(): void {
    const snapshot = connection?.getSnapshot()
    if (!snapshot) return
    // What was said into a broken line did not arrive: the state of one's hand goes again.
    if (isBroken && snapshot.status === 'connected') greeter.greet()
    isBroken = snapshot.status === 'reconnecting'
    if (snapshot.remotes === remotes) return
    remotes = snapshot.remotes
    present = new Set([own, ...remotes.map((person) => person.identity)])
    gate.keepOnly(present)
    tell({ type: 'present', identities: present })
  }

  function hear({ identity, text }: RoomMessage): void {
    if (identity === own || !present.has(identity) || !gate.allows(identity)) return
    const message = readWireMessage(text)
    if (message) understand(message, identity)
  }

  function understand(message: WireMessage, from: string): void {
    switch (message.type) {
      case 'chat': {
        // Two people may count alike, and nobody may pass for another's message.
        const id = `${from} ${message.id}`
        const { text } = message
        const at = clock.now()
        tell({ type: 'said', message: { id, from, isOwn: false, text, at, status: 'sent' } })
        break
      }
      case 'reaction':
        show(from, message.kind)
        break
      case 'hello':
        greeter.answer()
        raise(from, message.upForMs)
        break
      case 'hand':
        raise(from, message.upForMs)
        break
      default:
        if (isHost(from)) obey(message, from)
    }
  }

  function raise(identity: string, upForMs: number | null): void {
    tell({ type: 'hand', identity, since: upForMs === null ? null : clock.now() - upForMs })
  }

  function obey(message: Extract<WireMessage, { to: unknown }>, from: string): void {
    if (message.to !== null && message.to !== own) return
    if (message.type === 'mute' && ports.mute()) tell({ type: 'muted', by: from })
    if (message.type === 'ask-unmute' && ports.isMuted()) tell({ type: 'unmute-asked', by: from })
    if (message.type === 'lower-hand') setHand(false)
  }

  function show(identity: string, kind: ReactionKind): void {
    count += 1
    const id = count
    tell({ type: 'reacted', reaction: { id, identity, kind } })
    const cancel = clock.after(REACTION_MS, () => {
      timers.delete(cancel)
      tell({ type: 'reaction-over', id })
    })
    timers.add(cancel)
  }

  function setHand(isUp: boolean): boolean {
    if (isUp === (ownHandUpSince() !== null)) return true
    if (!connection || !gate.allows(own)) return false
    tell({ type: 'hand', identity: own, since: isUp ? clock.now() : null })
    send({ type: 'hand', upForMs: isUp ? 0 : null })
    return true
  }

  function chat(text: string): boolean {
    const said = withoutControls(text).trim()
    if (said === '' || said.length > MAX_CHAT_LENGTH || !gate.allows(own)) return false
    count += 1
    // With the time, because whoever reloads the page begins to count again.
    const id = `${clock.now().toString(36)}-${count}`
    const status = send({ type: 'chat', id, text: said }) ? 'sent' : 'not-sent'
    tell({ type: 'said', message: { id, from: own, isOwn: true, text: said, at: clock.now(), status } })
    return true
  }

  function retry(id: string): boolean {
    const message = state.messages.find((known) => known.id === id)
    if (!message || message.status === 'sent' || !gate.allows(own)) return false
    if (!send({ type: 'chat', id, text: message.text })) return false
    tell({ type: 'sent', id, at: clock.now() })
    return true
  }

  /** What only those in charge may send; the others would not listen to anybody else anyway. */
  function command(message: Extract<WireMessage, { to: unknown }>): boolean {
    if (!isHost(own) || !gate.allows(own)) return false
    if (message.type === 'lower-hand' && (message.to === null || message.to === own)) setHand(false)
    return message.to === own || send(message)
  }

  function exit(): void {
    for (const stop of stops) stop()
    stops = []
    greeter.stop()
    connection = null
  }

  return {
    getState: () => state,
    enter(next) {
      exit()
      connection = next
      own = next.getSnapshot().local.identity
      remotes = null
      isBroken = false
      // The others' hands are told again; meanwhile somebody may have put theirs down.
      tell({ type: 'present', identities: new Set([own]) })
      look()
      stops = [next.subscribe(look), next.onMessage(hear), next.onReachable(() => greeter.greet())]
    },
    exit,
    act(action) {
      switch (action.type) {
        case 'chat':
          return chat(action.text)
        case 'retry':
          return retry(action.id)
        case 'read':
        case 'mute-seen':
          tell({ type: action.type })
          return true
        case 'react':
          if (!gate.allows(own) || !send({ type: 'reaction', kind: action.kind })) return false
          show(own, action.kind)
          return true
        case 'hand':
          return setHand(action.isUp)
        case 'answer-unmute':
          tell({ type: 'unmute-answered' })
          if (action.unmute) ports.unmute()
          return true
        default: {
          const { type, identity: to } = action
          return command(type === 'ask-unmute' ? { type, to: action.identity } : { type, to })
        }
      }
    },
    clear() {
      exit()
      for (const cancel of timers) cancel()
      timers.clear()
      if (state === SILENCE) return
      state = SILENCE
      onChange(state)
    },
  }
}
