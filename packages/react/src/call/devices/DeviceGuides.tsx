'use client'
import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import { useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useCallWords } from '../people/useCallWords.ts'
import { type Browser, browserOf } from './browser-of.ts'
import { type DeviceGuide, deviceGuides } from './device-guides.ts'
import { useDeviceProblemWords } from './useDeviceProblemWords.ts'
import { useLobbyWords } from './useLobbyWords.ts'
import { useOwnMedia } from './useOwnMedia.ts'

/** Why nobody sees or hears this person yet, and where to click so that they do. Nothing when all is well. */
export function DeviceGuides(props: { browser?: Browser }) {
  const [detected] = useState(() => browserOf(navigator.userAgent))
  const { browser = detected } = props
  const { calls } = useRuntime('VideoCallModal')
  const media = useOwnMedia()
  const { permissions } = media.devices
  const words = useLobbyWords()
  const callWords = useCallWords()
  const guides = deviceGuides({ media, permissions, browser }, words, useDeviceProblemWords())

  async function askAgain({ askFor }: DeviceGuide): Promise<void> {
    // One after the other: two prompts at once hide each other.
    if (askFor.includes('microphone')) await calls.toggleMicrophone()
    if (askFor.includes('camera')) await calls.toggleCamera()
  }

  return (
    <div role="status" data-meetings-part="device-guides">
      {guides.map((guide) => (
        <div key={guide.id} data-meetings-part="device-guide" data-tone={guide.tone} data-guide={guide.id}>
          {guide.tone === 'warning' ? <CircleAlert aria-hidden="true" /> : <Info aria-hidden="true" />}
          <div data-meetings-part="device-guide-words">
            {guide.title !== null && <div data-meetings-part="device-guide-title">{guide.title}</div>}
            <div>{guide.text}</div>
            {guide.askFor.length > 0 && (
              <Button onClick={() => void askAgain(guide)}>{callWords.tryAgain}</Button>
            )}
            {guide.isBackgroundMissing && (
              <Button onClick={() => void calls.chooseBackground(null)}>
                {words.cameraWithoutBackground}
              </Button>
            )}
          </div>
        </div>
      ))}
    </div>
  )
}
