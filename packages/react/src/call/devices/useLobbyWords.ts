'use client'
import { enLobby, type LobbyMessages } from '../../i18n/en/lobby.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words of lobby and device settings. Only what loads with one of them may use this. */
export function useLobbyWords(): LobbyMessages {
  return useMessages('lobby', enLobby)
}
