'use client'
import Ban from 'lucide-react/icons/ban'
import CircleUser from 'lucide-react/icons/circle-user'
import CircleUserRound from 'lucide-react/icons/circle-user-round'
import { useId, useState } from 'react'
import type { BackgroundImage } from '../../media/background-port.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useLobbyWords } from './useLobbyWords.ts'
import { useOwnMedia } from './useOwnMedia.ts'

/** What is behind this person: nothing, blur, or an image of the app. Not there where nothing can be. */
export function BackgroundPicker() {
  const { calls } = useRuntime('VideoCallModal')
  const { background } = useOwnMedia().devices
  const words = useLobbyWords()
  const id = useId()
  const [loading, setLoading] = useState<string | null>(null)
  if (!background) return null

  const choices = [
    { value: null, name: words.backgroundNone, picture: <Ban aria-hidden="true" /> },
    { value: 'blur', name: words.backgroundBlur, picture: <CircleUser aria-hidden="true" /> },
    {
      value: 'strong-blur',
      name: words.backgroundStrongBlur,
      picture: <CircleUserRound aria-hidden="true" />,
    },
    ...background.images.map(choiceOf),
  ]
  // An image that the app has no more hides the room still, as blur.
  const isKnown = choices.some(({ value }) => value === background.using)
  const using = isKnown ? background.using : 'strong-blur'

  async function choose(value: string | null): Promise<void> {
    setLoading(value)
    await calls.chooseBackground(value)
    setLoading((latest) => (latest === value ? null : latest))
  }

  return (
    <div data-meetings-part="background-picker">
      <div id={id} data-meetings-part="device-kind">
        {words.background}
      </div>
      <div role="radiogroup" aria-labelledby={id} data-meetings-part="background-choices">
        {choices.map(({ value, name, picture }) => (
          <label key={value} data-meetings-part="background-choice" data-background={value ?? 'none'}>
            <input type="radio" name={id} checked={value === using} onChange={() => void choose(value)} />
            <span data-meetings-part="background-picture">
              {picture}
              {value !== null && value === loading && <Spinner />}
            </span>
            <span title={name} data-meetings-part="background-name">
              {name}
            </span>
          </label>
        ))}
      </div>
      <div role="status" data-meetings-part="background-status">
        {loading !== null && words.backgroundLoading}
      </div>
    </div>
  )
}

/** `crossOrigin` as when it is painted: fetched once, and missing here if it would be missing there. */
function choiceOf({ name, url }: BackgroundImage) {
  return { value: `image:${name}`, name, picture: <img src={url} alt="" crossOrigin="anonymous" /> }
}
