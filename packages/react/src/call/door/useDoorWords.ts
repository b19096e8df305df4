'use client'
import { type DoorMessages, enDoor } from '../../i18n/en/door.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** The words at the door of a meeting: for what loads after the first picture only, because the English ones load with it. */
export function useDoorWords(): DoorMessages {
  return useMessages('door', enDoor)
}
