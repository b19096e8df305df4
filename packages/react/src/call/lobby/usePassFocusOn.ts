'use client'
import { useLayoutEffect } from 'react'

/**
 * When a screen before the call goes away, what was pressed in it goes with the focus: the call takes it. In the
 * room `useKeptFocus` does that, but its code may still be on its way.
 */
export function usePassFocusOn(): void {
  useLayoutEffect(
    () => () =>
      document.activeElement?.closest<HTMLElement>('[data-meetings-part="video-call"]')?.focus({
        preventScroll: true,
      }),
    [],
  )
}
