'use client'
import { type ComponentType, useContext } from 'react'
import { CallOptionsContext } from './call-options.ts'
import type { CallComponents } from './components.ts'

/** The part of this name: the host's own, ours, or `null` when the host has switched it off. */
export function useComponent<Name extends Exclude<keyof CallComponents, 'Tile' | 'MoreButton'>>(
  name: Name,
  ours: ComponentType,
): ComponentType | null {
  const given = useContext(CallOptionsContext).components?.[name]
  return given === undefined ? ours : given
}
