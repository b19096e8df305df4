import type { Clock } from '../clock/meeting-clock.ts'
import { createTalk, type Talk } from '../talk/create-talk.ts'
import type { CallStore } from './call-store.ts'
import type { LocalMedia } from './local-media.ts'
import { roleIn } from './role-in.ts'

/** The talk of the calls: who is who comes from the ticket, and a host's word reaches the microphone. */
export function createCallTalk(store: CallStore, media: LocalMedia, clock: Clock): Talk {
  const isSilent = () => {
    const { isMuted, microphone } = media.getState()
    return isMuted || microphone.status === 'off'
  }
  const toggle = () => void media.toggleMicrophone()
  return createTalk(
    {
      clock,
      roleOf: (identity) => roleIn(store.getState().session, identity),
      isMuted: isSilent,
      mute() {
        if (isSilent()) return false
        toggle()
        return true
      },
      unmute() {
        if (isSilent()) toggle()
      },
    },
    (talk) => store.setTalk(talk),
  )
}
