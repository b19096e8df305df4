'use client'
import { type DeviceProblemMessages, enDeviceProblems } from '../../i18n/en/device-problems.ts'
import { useMessages } from '../../i18n/I18nContext.tsx'

/** Why a device is off and how to get it back. Only for what loads after the call screen. */
export function useDeviceProblemWords(): DeviceProblemMessages {
  return useMessages('call', enDeviceProblems)
}
