'use client'
import type { LocalMediaState } from '../../media/local-media-state.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'

/**
 * This person's devices as the call has them. Not the hooks that hosts get: what both use would load with
 * the page, and most pages never open a lobby.
 */
export function useOwnMedia(): LocalMediaState {
  return useCallState(selectMedia)
}

const selectMedia = ({ media }: CallState) => media
