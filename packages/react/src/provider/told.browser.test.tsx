import { type ReactNode, useContext, useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { ANA, BEN, endCalls, eventually, other, phase, rest, setUp } from '../../test/real-meeting.ts'
import { button, cleoComes, join, showPage, VIDEO_FOR_TESTS } from '../../test/real-page.tsx'
import { ManagedVideoCall } from '../call/ManagedVideoCall.tsx'
import { loadAround } from '../call/notices/load-around.ts'
import type { MeetingProviderProps } from './MeetingProvider.tsx'
import { RuntimeContext } from './runtime-context.ts'

afterEach(endCalls)
// It would come some seconds into the call.
await loadAround()

/** Ana, who has the screen, and Ben, in a room that tells more than a peer-to-peer room. */
async function meeting(settings: Partial<MeetingProviderProps> = {}) {
  const world = setUp()
  const roomName = `meeting_${world.bookingId}`
  await rest('/v1/Rooms', { UniqueName: roomName, Type: 'group' })
  await showPage(world, settings)
  const ben = world.person(BEN)
  await ben.launch(world.bookingId)
  await eventually('Ben is in', () => phase(ben) === 'connected')
  await join()
  await eventually(
    'Ben sees and hears Ana',
    () => other(ben)?.camera?.isReady && other(ben)?.microphone?.isReady,
  )
  await expect.element(tile('Ben').getByText('Camera off')).not.toBeInTheDocument()
  /** Asked for again until the room can: some of what it tells has a connection of its own. */
  const simulate = (name: string, form: Record<string, string>) =>
    eventually(name, async () => (await rest(`/emulator/simulate/${name}`, { roomName, ...form })).ok)
  return { ben, roomName, simulate }
}

const people = () => page.getByRole('list', { name: 'People in the call' })
const tile = (name: string) => people().getByRole('listitem').filter({ hasText: name })
const words = (text: string) => page.getByText(text, { exact: true })

it('tells that the connection was lost, and that it is back', async () => {
  const { ben } = await meeting()
  await rest('/emulator/simulate/drop-socket', { identity: ANA, forMs: '3000' })
  await expect.element(words('Your connection was lost. Reconnecting; please stay.')).toBeVisible()
  await eventually('Ben knows', () => other(ben)?.state === 'reconnecting')
  await expect.element(words('You are connected again.'), { timeout: 15_000 }).toBeVisible()
  await expect.element(words('You are connected again.')).not.toBeInTheDocument()
  await eventually('Ben has Ana back', () => other(ben)?.state === 'connected' && other(ben)?.camera?.isReady)
})

it('tells that a connection is slow, and whose', async () => {
  const { simulate } = await meeting({
    children: (
      <InAHurry>
        <ManagedVideoCall />
      </InAHurry>
    ),
  })
  const slow = words('Your connection is slow. If the sound breaks up, turn your camera off.')
  const sign = (name: string) => tile(name).getByRole('img', { name: 'Very weak connection' })
  await simulate('network-quality', { identity: BEN, level: '1' })
  await expect.element(sign('Ben')).toBeVisible()
  await expect.element(sign('You')).not.toBeInTheDocument()
  await expect.element(slow).not.toBeInTheDocument()
  await simulate('network-quality', { identity: BEN, level: '5' })
  await simulate('network-quality', { identity: ANA, level: '1' })
  await expect.element(sign('You')).toBeVisible()
  await expect.element(slow).toBeVisible()
  await expect.element(sign('Ben')).not.toBeInTheDocument()
  await simulate('network-quality', { identity: ANA, level: '5' })
  await expect.element(slow).not.toBeInTheDocument()
  await expect.element(sign('You')).not.toBeInTheDocument()
})

it('tells that it is recorded, and shows what is said', async () => {
  const { simulate } = await meeting({ videoOptions: { ...VIDEO_FOR_TESTS, receiveTranscriptions: true } })
  const sign = words('Recording')
  await expect.element(sign).not.toBeInTheDocument()
  await simulate('record', { isRecording: 'true' })
  await expect.element(words('This call is being recorded.')).toBeVisible()
  await expect.element(sign).toBeVisible()
  await simulate('record', { isRecording: 'false' })
  await expect.element(words('The recording has stopped.')).toBeVisible()
  await expect.element(sign).not.toBeInTheDocument()

  const captions = page.getByRole('region', { name: 'Captions' })
  const say = (identity: string, text: string) =>
    eventually(`${text} is written down`, async () => {
      await simulate('transcribe', { identity, text })
      return captions.query()?.textContent.includes(text)
    })
  await say(BEN, 'Good morning')
  await expect.element(captions).toHaveTextContent('Ben Good morning')
  await say(ANA, 'Good evening')
  await expect.element(captions).toHaveTextContent('You Good evening')
})

it('gives the large place to who speaks', async () => {
  const { roomName, simulate } = await meeting()
  await cleoComes(roomName)
  await expect.element(tile('Guest')).toBeVisible()
  await button('More').click()
  await page.getByRole('menuitemradio', { name: 'Speaker' }).click()
  const width = (name: string) => tile(name).element().getBoundingClientRect().width
  await eventually('Ben, who came first, is large', () => width('Ben') > 2 * width('Guest'))
  await simulate('dominant-speaker', { identity: 'cleo' })
  await eventually('Cleo is large', () => width('Guest') > 2 * width('Ben'))
  await simulate('dominant-speaker', { identity: BEN })
  await eventually('Ben is large again', () => width('Ben') > 2 * width('Guest'))
})

/** Where what would take ten seconds takes one. The room and its SDK have time of their own. */
function InAHurry({ children }: { children: ReactNode }) {
  const runtime = useContext(RuntimeContext)
  const [hurried] = useState(() => {
    if (!runtime) throw new Error('There is no provider.')
    const { clock } = runtime
    return {
      ...runtime,
      clock: { ...clock, after: (ms: number, task: () => void) => clock.after(ms / 10, task) },
    }
  })
  return <RuntimeContext value={hurried}>{children}</RuntimeContext>
}
