import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { BEN, endCalls, eventually, other, phase, setUp } from '../../test/real-meeting.ts'
import { button, cleoComes, join, showPage } from '../../test/real-page.tsx'
import { loadAround } from '../call/notices/load-around.ts'

afterEach(() => {
  endCalls()
  vi.restoreAllMocks()
})
// It would come some seconds into the call.
await loadAround()

/** Ana has the screen, Ben and his camera are in. */
async function meeting() {
  const world = setUp()
  await showPage(world)
  const ben = world.person(BEN)
  await ben.launch(world.bookingId)
  await eventually('Ben is in', () => phase(ben) === 'connected')
  return { ...world, ben }
}

const moves = (element: HTMLMediaElement) => {
  const before = element.currentTime
  return eventually('it plays', () => !element.paused && element.currentTime > before)
}

it('asks for one click when the browser holds the sound back, and plays everybody then', async () => {
  const { bookingId } = await meeting()
  await cleoComes(`meeting_${bookingId}`)
  const release = holdSoundBack()
  await join()
  const turnOn = button('Turn sound on')
  await expect.element(page.getByText('Your browser is holding back the sound of this call.')).toBeVisible()
  const isHeld = (voice: HTMLAudioElement) => voice.paused && voice.srcObject !== null
  await eventually('both are held back', () => voices().length === 2 && voices().every(isHeld))
  expect(turnOn.elements()).toHaveLength(1)

  document.addEventListener('click', release, { capture: true, once: true })
  await turnOn.click()
  await Promise.all(voices().map(moves))
  await expect.element(turnOn).not.toBeInTheDocument()
})

it('plays every voice where the speaker was chosen, also of who comes later', async () => {
  const { bookingId } = await meeting()
  await join()
  await eventually('Ben is heard', () => voices().length === 1)
  await button('More').click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  const speakers = page.getByRole('combobox', { name: 'Speaker' })
  await expect.element(speakers).toBeVisible()
  const [standard, another] = [...(speakers.element() as HTMLSelectElement).options].map(({ value }) => value)
  if (!another) throw new Error('The browser needs two speakers for this.')
  expect(voices()[0]?.sinkId).not.toBe(another)
  await speakers.selectOptions(another)
  await cleoComes(`meeting_${bookingId}`)
  await eventually('both play there', () => voices().filter(({ sinkId }) => sinkId === another).length === 2)
  await Promise.all(voices().map(moves))
  await speakers.selectOptions(standard ?? '')
  await eventually('both are back', () => voices().every(({ sinkId }) => sinkId !== another))
})

it('plays a picture again that a phone stopped in the background', async () => {
  pretendToBeAPhone()
  const { ben } = await meeting()
  await join()
  await eventually('Ben has a picture', () => picture()?.videoWidth)
  const element = picture() as HTMLVideoElement
  await moves(element)

  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  // Past the SDK, which takes a pause of the page's own for intended.
  HTMLMediaElement.prototype.pause.call(element)
  document.dispatchEvent(new Event('visibilitychange'))
  await eventually('it stands still', () => element.paused)
  visibility.mockReturnValue('visible')
  window.dispatchEvent(new Event('focus'))
  await moves(element)
  expect([picture() === element, phase(ben), other(ben)?.state]).toEqual([true, 'connected', 'connected'])
})

const voices = () => [...document.querySelectorAll<HTMLAudioElement>('[data-meetings-part="sound"] audio')]

const picture = () =>
  document.querySelector<HTMLVideoElement>('[data-meetings-part="tile"]:not([data-local]) video')

/** No sound before a click, as in a browser that was not asked to let it through. The answer is that click. */
function holdSoundBack(): () => void {
  let isHeld = true
  const play = HTMLMediaElement.prototype.play
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function (this: HTMLMediaElement) {
    if (!isHeld || this.tagName !== 'AUDIO') return play.call(this)
    this.autoplay = false
    this.pause()
    throw new DOMException('play() failed because the user did not interact first', 'NotAllowedError')
  })
  return () => {
    isHeld = false
  }
}

/** As far as the SDK asks: on these it guards the elements that it plays in. */
function pretendToBeAPhone(): void {
  vi.spyOn(navigator, 'maxTouchPoints', 'get').mockReturnValue(5)
  vi.spyOn(screen, 'width', 'get').mockReturnValue(390)
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`${navigator.userAgent} iPhone`)
}
