'use client'
import type { RefObject } from 'react'
import { useKeptFocus } from '../dialog/useKeptFocus.ts'
import { useShortcuts } from './useShortcuts.ts'

/**
 * See `useShortcuts`, and `useKeptFocus`, without which keys would be pressed for nobody. A component, because
 * its code comes later than the call's.
 */
export function Shortcuts({ inside, isOn }: { inside: RefObject<HTMLElement | null>; isOn: boolean }) {
  useShortcuts(inside, isOn)
  useKeptFocus(inside)
  return null
}
