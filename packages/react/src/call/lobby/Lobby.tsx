'use client'
import { useId } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { DeviceGuides } from '../devices/DeviceGuides.tsx'
import { DevicePickers } from '../devices/DevicePickers.tsx'
import { useLobbyWords } from '../devices/useLobbyWords.ts'
import { useMeetingName } from '../people/useMeetingName.ts'
import { ConnectionCheck } from './connection-check/ConnectionCheck.tsx'
import { JoinButton } from './JoinButton.tsx'
import { LobbyPeople } from './LobbyPeople.tsx'
import { LobbyPreview } from './LobbyPreview.tsx'

/** Before the call: how one looks and sounds, who else is coming, and the way in. Loaded only where it is used. */
export function Lobby() {
  const { calls } = useRuntime('VideoCallModal')
  const words = useLobbyWords()
  const meeting = useMeetingName('VideoCallModal')
  const heading = useId()
  return (
    <div data-meetings-part="lobby">
      <div data-meetings-part="lobby-content">
        <LobbyPreview />
        <div role="region" aria-labelledby={heading} data-meetings-part="lobby-choices">
          <div data-meetings-part="lobby-head">
            <div id={heading} role="heading" aria-level={2} data-meetings-part="lobby-title">
              <bdi>{meeting ?? words.title}</bdi>
            </div>
            <LobbyPeople />
          </div>
          <DeviceGuides />
          <DevicePickers />
          <ConnectionCheck />
          <div data-meetings-part="lobby-actions">
            <JoinButton />
            <Button onClick={() => void calls.leave()}>{words.cancel}</Button>
          </div>
        </div>
      </div>
    </div>
  )
}
