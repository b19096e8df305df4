'use client'
import { useSmallWindowEnd } from './useSmallWindow.ts'
import { useSurroundings } from './useSurroundings.ts'

/** What a call does to the page around it; a component, because its code comes later than the call's. */
export function Surroundings() {
  useSurroundings()
  useSmallWindowEnd()
  return null
}
