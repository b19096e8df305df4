'use client'
import type { RefObject } from 'react'
import { useShortcuts } from './useShortcuts.ts'

/** See `useShortcuts`. A component, because its code comes later than the call's. */
export function Shortcuts({ inside, isOn }: { inside: RefObject<HTMLElement | null>; isOn: boolean }) {
  useShortcuts(inside, isOn)
  return null
}
