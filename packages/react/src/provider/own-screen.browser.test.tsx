import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { OwnScreen } from '../../test/own-screen.tsx'
import { BEN, endCalls, eventually, other, phase, setUp } from '../../test/real-meeting.ts'
import { button, join, showPage } from '../../test/real-page.tsx'

afterEach(() => {
  endCalls()
  localStorage.clear()
})

it('is all a host needs for a call of its own: faces, buttons, devices and chat', async () => {
  const world = setUp()
  await showPage(world, { children: <OwnScreen /> })
  const ben = world.person(BEN)
  await ben.launch(world.bookingId)
  await join()
  await expect.element(page.getByText('You are in.')).toBeVisible()
  await eventually(
    'Ben sees and hears Ana',
    () => other(ben)?.camera?.isReady && other(ben)?.microphone?.isReady,
  )
  await expect.element(page.getByText('Ben', { exact: true })).toBeVisible()
  await eventually('both have a face', () => {
    const videos = [...document.querySelectorAll('video')]
    return videos.length === 2 && videos.every(({ videoWidth }) => videoWidth > 0)
  })
  await eventually('Ben is heard', () => (document.querySelector('audio')?.currentTime ?? 0) > 0)

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

  const sound = page.getByRole('combobox', { name: 'Microphone' })
  const before = { option: (sound.element() as HTMLSelectElement).value, sid: other(ben)?.microphone?.sid }
  const options = [...(sound.element() as HTMLSelectElement).options].map(({ value }) => value)
  await sound.selectOptions(options.find((option) => option !== before.option) ?? '')
  await eventually('Ben hears another microphone', () => {
    const microphone = other(ben)?.microphone
    return microphone?.isReady && microphone.sid !== before.sid
  })

  ben.talk({ type: 'chat', text: 'Hello' })
  const said = page.getByRole('list', { name: 'Said' })
  await expect.element(said.getByText('Ben: Hello')).toBeVisible()
  await button('Greet').click()
  await expect.element(said.getByText('I: Good morning')).toBeVisible()
  await eventually('Ben reads it', () => ben.getState().talk.messages.at(-1)?.text === 'Good morning')

  await button('Go').click()
  await expect.element(page.getByText('You are in.')).not.toBeInTheDocument()
  await eventually('Ben is alone', () => other(ben) === undefined)
  expect(phase(ben)).toBe('connected')
})
