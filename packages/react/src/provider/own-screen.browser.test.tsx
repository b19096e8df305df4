import { useEffect, useRef } from 'react'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { BEN, endCalls, eventually, other, phase, setUp } from '../../test/real-meeting.ts'
import { button, join, showPage } from '../../test/real-page.tsx'
import { useChat } from '../call/chat/useChat.ts'
import type { CallParticipant } from '../call/headless/call-participant.ts'
import { useCall } from '../call/headless/useCall.ts'
import { useParticipants } from '../call/headless/useParticipants.ts'
import { useDevices } from '../local-media/useDevices.ts'
import { useLocalMedia } from '../local-media/useLocalMedia.ts'

afterEach(() => {
  endCalls()
  localStorage.clear()
})

/** What a host might draw with nothing of ours on the screen. */
function OwnScreen() {
  const { phase, isMuted, toggleMicrophone, leave } = useCall()
  const { camera, toggleCamera } = useLocalMedia()
  const { microphones, microphoneId, chooseDevice } = useDevices()
  const { messages, send } = useChat()
  return (
    <main>
      <p>Phase: {phase}</p>
      <button type="button" onClick={toggleMicrophone}>
        {isMuted ? 'Talk' : 'Hush'}
      </button>
      <button type="button" onClick={toggleCamera}>
        {camera.status === 'on' ? 'Hide me' : 'Show me'}
      </button>
      <button type="button" onClick={() => send('Good morning')}>
        Greet
      </button>
      <button type="button" onClick={leave}>
        Go
      </button>
      <select
        aria-label="Sound"
        value={microphoneId ?? ''}
        onChange={({ target }) => chooseDevice('microphone', target.value)}
      >
        {microphones.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {useParticipants().map((person) => (
        <Face key={person.sid} person={person} />
      ))}
      <ul aria-label="Said">
        {messages.map(({ id, isOwn, senderName, text }) => (
          <li key={id}>{`${isOwn ? 'I' : senderName}: ${text}`}</li>
        ))}
      </ul>
    </main>
  )
}

function Face({ person: { name, isMuted, attachCamera } }: { person: CallParticipant }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => (video.current && attachCamera ? attachCamera(video.current) : undefined), [attachCamera])
  return (
    <figure>
      <video ref={video} autoPlay muted />
      <figcaption>{`${name}${isMuted ? ', quiet' : ''}`}</figcaption>
    </figure>
  )
}

it('is all a host needs for a call of its own: faces, buttons, devices and chat', async () => {
  const world = setUp()
  await showPage(world, { children: <OwnScreen /> })
  const ben = world.person(BEN)
  await ben.launch(world.bookingId)
  await join()
  await expect.element(page.getByText('Phase: connected')).toBeVisible()
  await eventually(
    'Ben sees and hears Ana',
    () => other(ben)?.camera?.isReady && other(ben)?.microphone?.isReady,
  )
  await expect.element(page.getByText('Ben', { exact: true })).toBeVisible()
  await eventually('Ben has a face', () => document.querySelector('video')?.videoWidth)

  await button('Hush').click()
  await eventually('Ben sees the mute', () => other(ben)?.microphone?.isEnabled === false)
  await button('Talk').click()
  await eventually('Ben hears Ana again', () => other(ben)?.microphone?.isEnabled)
  await ben.toggleMicrophone()
  await expect.element(page.getByText('Ben, quiet')).toBeVisible()

  await button('Hide me').click()
  await eventually('Ben sees no camera', () => other(ben)?.camera === null)
  await button('Show me').click()
  await eventually('Ben sees Ana again', () => other(ben)?.camera?.isReady)

  const sound = page.getByRole('combobox', { name: 'Sound' })
  const before = { option: (sound.element() as HTMLSelectElement).value, sid: other(ben)?.microphone?.sid }
  const options = [...(sound.element() as HTMLSelectElement).options].map(({ value }) => value)
  await sound.selectOptions(options.find((option) => option !== before.option) ?? '')
  await eventually('Ben hears another microphone', () => {
    const microphone = other(ben)?.microphone
    return microphone?.isReady && microphone.sid !== before.sid
  })

  ben.talk({ type: 'chat', text: 'Hello' })
  const said = page.getByRole('list', { name: 'Said' })
  await expect.element(said).toHaveTextContent('Ben: Hello')
  await button('Greet').click()
  await expect.element(said).toHaveTextContent('I: Good morning')
  await eventually('Ben reads it', () => ben.getState().talk.messages.at(-1)?.text === 'Good morning')

  await button('Go').click()
  await expect.element(page.getByText('Phase: idle')).toBeVisible()
  await eventually('Ben is alone', () => other(ben) === undefined)
  expect(phase(ben)).toBe('connected')
})
