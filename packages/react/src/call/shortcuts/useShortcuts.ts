'use client'
import { type RefObject, useEffect } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { isForTyping, isPressedBySpace } from './is-for-typing.ts'
import { matchesKeys } from './match-keys.ts'
import { createPushToTalk } from './push-to-talk.ts'
import { SHORTCUT_NAMES } from './shortcuts.ts'
import { useShortcutActions } from './useShortcutActions.ts'
import { useShortcutTable } from './useShortcutTable.ts'

/**
 * Keys for the call, while the focus is inside it and it is open over the page. Never while somebody types,
 * and never a key that something else has used.
 */
export function useShortcuts(inside: RefObject<HTMLElement | null>, isOn: boolean): void {
  const { calls, clock } = useRuntime('VideoCallModal')
  const table = useShortcutTable()
  const act = useShortcutActions(inside)

  useEffect(() => {
    const call = inside.current?.closest<HTMLElement>('[data-meetings-part="video-call"]')
    if (!call || !isOn) return
    const page = call.ownerDocument
    const talk = createPushToTalk(calls, clock)
    const stop = new AbortController()
    const { signal } = stop

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isForTyping(event.target)) return
      const name = SHORTCUT_NAMES.find((each) => {
        const keys = table[each]
        return keys !== null && matchesKeys(keys, event)
      })
      if (!name) return
      if (name === 'pushToTalk') {
        const isOnMicrophone = isMicrophoneButton(event.target)
        if (isPressedBySpace(event.target) && !isOnMicrophone) return
        if (talk.press(isOnMicrophone)) event.preventDefault()
        return
      }
      event.preventDefault()
      // A key held down is pressed once: a microphone that flickers helps nobody.
      if (!event.repeat) act(name)
    }

    function onKeyUp(event: KeyboardEvent): void {
      const keys = table.pushToTalk
      // Without its modifiers: they may have come up first.
      if (keys === null || !matchesKeys(keys.split('+').at(-1) ?? keys, bare(event))) return
      if (talk.release()) event.preventDefault()
    }

    call.addEventListener('keydown', onKeyDown, { signal })
    page.addEventListener('keyup', onKeyUp, { signal })
    page.defaultView?.addEventListener('blur', talk.cancel, { signal })
    page.addEventListener('visibilitychange', talk.cancel, { signal })
    return () => {
      talk.cancel()
      stop.abort()
    }
  }, [inside, isOn, table, act, calls, clock])
}

function isMicrophoneButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-meetings-part="microphone-button"]') !== null
}

function bare({ key, code }: KeyboardEvent) {
  return { key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
}
