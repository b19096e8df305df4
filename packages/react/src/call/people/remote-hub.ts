import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallController } from '../../session/call-controller.ts'
import { remoteIn, remotesIn, speakerIn } from './people-in-room.ts'

type Subscribe = (sid: string, listener: () => void) => () => void

/** One subscription for all tiles: who has not changed is not even asked. Listens while somebody listens to it. */
function createRemoteHub(calls: CallController): Subscribe {
  const listeners = new Map<string, Set<() => void>>()
  let remotes: readonly RoomParticipant[] = []
  let speaker: string | null = null
  let stop: (() => void) | null = null

  function look(): void {
    const state = calls.getState()
    const changed = new Set<string>()
    const now = remotesIn(state)
    if (now !== remotes) {
      for (const [index, person] of now.entries()) if (person !== remotes[index]) changed.add(person.sid)
      for (const { sid } of remotes) if (!remoteIn(state, sid)) changed.add(sid)
      remotes = now
    }
    const speaking = speakerIn(state)
    if (speaking !== speaker) for (const sid of [speaker, speaking]) if (sid !== null) changed.add(sid)
    speaker = speaking
    for (const sid of changed) for (const listener of [...(listeners.get(sid) ?? [])]) listener()
  }

  return (sid, listener) => {
    if (!stop) {
      remotes = remotesIn(calls.getState())
      speaker = speakerIn(calls.getState())
      stop = calls.subscribe(look)
    }
    const ofSid = listeners.get(sid) ?? new Set()
    ofSid.add(listener)
    listeners.set(sid, ofSid)
    return () => {
      ofSid.delete(listener)
      if (ofSid.size === 0) listeners.delete(sid)
      if (listeners.size > 0) return
      stop?.()
      stop = null
    }
  }
}

const hubs = new WeakMap<CallController, Subscribe>()

export function remoteHubOf(calls: CallController): Subscribe {
  const known = hubs.get(calls)
  if (known) return known
  const hub = createRemoteHub(calls)
  hubs.set(calls, hub)
  return hub
}
