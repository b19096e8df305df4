import type { ComponentType } from 'react'

export interface LobbyModule {
  BeforeCall: ComponentType
}

let loaded: LobbyModule | null = null

/** Lobby and waiting room are a chunk of their own: most hosts go straight into the room. A failed load may be tried again. */
export async function loadLobby(): Promise<LobbyModule> {
  loaded ??= await import('./BeforeCall.tsx')
  return loaded
}

/** The lobby if it is here already, so that it opens without another frame in between. */
export function loadedLobby(): LobbyModule | null {
  return loaded
}

/** Starts loading at the join click, beside the launch request. Never rejects: the lobby says what failed. */
export function preloadLobby(): Promise<unknown> {
  return loadLobby().catch(() => undefined)
}
