import type { Clock } from '../../clock/meeting-clock.ts'
import type { CallController } from '../../session/call-controller.ts'

/** A press shorter than this on the microphone button is a press, not speech; in milliseconds. */
const TAP_MS = 300

/** Talking as long as a key is held. */
export interface PushToTalk {
  /** The key went down. `true` when it is used, so nobody else should. Repeats of a held key may come. */
  press(isOnMicrophoneButton: boolean): boolean
  /** The key came up. `true` when it was being held. */
  release(): boolean
  /** The window lost the keyboard: whoever still holds the key must not go on being heard. */
  cancel(): void
}

export function createPushToTalk(calls: CallController, clock: Clock): PushToTalk {
  let held: { since: number; isOnButton: boolean } | null = null

  const isMuted = () => calls.getState().media.isMuted
  function mute(): void {
    if (!isMuted()) void calls.toggleMicrophone()
  }

  return {
    press(isOnButton) {
      if (held) return true
      const { microphone } = calls.getState().media
      if (microphone.status !== 'on' || !isMuted()) return false
      held = { since: clock.now(), isOnButton }
      void calls.toggleMicrophone()
      return true
    },
    release() {
      if (!held) return false
      const { since, isOnButton } = held
      held = null
      // Somebody who just pressed the button with the space bar wants it to stay on.
      if (!isOnButton || clock.now() - since >= TAP_MS) mute()
      return true
    },
    cancel() {
      if (held) mute()
      held = null
    },
  }
}
