import { afterEach, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { BEN, endCalls, eventually, other, phase, setUp } from '../../test/real-meeting.ts'
import { button, join, showPage } from '../../test/real-page.tsx'
import { setPermission } from '../../test/set-permission.ts'

afterEach(() => {
  endCalls()
  localStorage.clear()
})

/** A call between Ana, who has the screen, and Ben, who sees what arrives. */
async function meeting() {
  const { bookingId, fetch, person } = setUp()
  const tracks = watchTracks()
  await showPage({ bookingId, fetch })
  const ben = person(BEN)
  // The page is one and the same: what happens to its devices must not happen to Ben's as well.
  const giveBack = replaceDevices('getUserMedia', () => async () => {
    throw new DOMException('Ben has no devices, and gets none later', 'OperationError')
  })
  await ben.launch(bookingId)
  await eventually('Ben is in, without devices', () => phase(ben) === 'connected')
  giveBack()
  await join()
  const ana = () => other(ben)
  await eventually('Ben sees and hears Ana', () => ana()?.camera?.isReady && ana()?.microphone?.isReady)
  async function leave(): Promise<void> {
    expect(phase(ben)).toBe('connected')
    await page.getByRole('button', { name: 'Leave' }).click()
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    expect(tracks.filter(({ readyState }) => readyState === 'live')).toEqual([])
  }
  return { ben, ana, tracks, leave }
}

/** Every track that the browser hands out from now on. */
function watchTracks(): MediaStreamTrack[] {
  const tracks: MediaStreamTrack[] = []
  replaceDevices('getUserMedia', (open) => async (wish) => {
    const stream = await open(wish)
    tracks.push(...stream.getTracks())
    return stream
  })
  return tracks
}

function replaceDevices<Name extends 'getUserMedia' | 'enumerateDevices'>(
  name: Name,
  replace: (real: MediaDevices[Name]) => MediaDevices[Name],
): () => void {
  const { mediaDevices } = navigator
  const real = mediaDevices[name]
  const bound = real.bind(mediaDevices) as MediaDevices[Name]
  mediaDevices[name] = replace(bound)
  const undo = () => {
    mediaDevices[name] = real
  }
  onTestFinished(undo)
  return undo
}

/**
 * Pulls every camera out, as far as a page can tell: its tracks end, it is listed no more, and cannot be opened.
 * Chromium's own false camera has no plug. The answer plugs it in.
 */
function pullOut(camera: MediaStreamTrack): () => void {
  const undo = [
    replaceDevices('getUserMedia', (open) => async (wish) => {
      if (wish?.video) throw new DOMException('Requested device not found', 'NotFoundError')
      return open(wish)
    }),
    replaceDevices('enumerateDevices', (list) => async () => {
      return (await list()).filter(({ kind }) => kind !== 'videoinput')
    }),
  ]
  const told = () => navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  camera.stop()
  camera.dispatchEvent(new Event('ended'))
  told()
  return () => {
    for (const each of undo.reverse()) each()
    told()
  }
}

/** The same for one microphone. */
function pullOutMicrophone(microphone: MediaStreamTrack): () => void {
  const { deviceId } = microphone.getSettings()
  const undo = replaceDevices('enumerateDevices', (list) => async () => {
    return (await list()).filter((device) => device.kind !== 'audioinput' || device.deviceId !== deviceId)
  })
  const told = () => navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  microphone.stop()
  microphone.dispatchEvent(new Event('ended'))
  told()
  return () => {
    undo()
    told()
  }
}

/** The camera of the picture that Ana sees of herself. */
function ownCamera(): MediaStreamTrack {
  const video = document.querySelector<HTMLVideoElement>('[data-local] video')
  const [track] = video?.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : []
  if (!track) throw new Error('Ana does not see herself.')
  return track
}

const notice = (words: string | RegExp) => page.getByText(words).first()
const isSilent = (microphone: { isEnabled: boolean } | null | undefined) => !microphone?.isEnabled

async function timed(what: string, wait: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await wait()
  console.info(`${what} after ${Math.round(performance.now() - began)} ms`)
}

it('tells of a camera that is pulled out, goes on, and takes it again when it is plugged in', async () => {
  const { ben, ana, leave } = await meeting()
  const before = ownCamera()
  const plugIn = pullOut(before)
  await timed('camera pulled out: told', () =>
    expect.element(notice(/^No camera was found\. Plug one in/)).toBeVisible(),
  )
  await expect.element(button('Turn camera on')).toBeVisible()
  await eventually('Ben sees no camera, and hears Ana', () => !ana()?.camera && ana()?.microphone?.isReady)
  expect(phase(ben)).toBe('connected')

  plugIn()
  await timed('camera plugged in: seen by the other', () =>
    eventually('Ben sees Ana again', () => ana()?.camera?.isReady),
  )
  await expect.element(button('Turn camera off')).toBeVisible()
  await expect.element(page.getByText(/^No camera was found/)).not.toBeInTheDocument()
  expect([before.readyState, ownCamera().readyState]).toEqual(['ended', 'live'])
  await leave()
}, 90_000)

it('takes another microphone for one that is pulled out, says so, and takes it again when it is back', async () => {
  const { ben, ana, tracks, leave } = await meeting()
  const hears = (hope: string, before: string | undefined) =>
    eventually(hope, () => {
      const microphone = ana()?.microphone
      return microphone?.isReady && microphone.sid !== before && !isSilent(microphone)
    })
  let before = ana()?.microphone?.sid
  await button('More').click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Microphone' }).selectOptions('Fake Audio Input 2')
  await hears('Ben hears the one that was chosen', before)
  const used = tracks.findLast(({ kind, readyState }) => kind === 'audio' && readyState === 'live')
  if (!used) throw new Error('No microphone is on.')

  before = ana()?.microphone?.sid
  const plugIn = pullOutMicrophone(used)
  const news = 'Fake Audio Input 2 was disconnected. Now using Fake Audio Input 1.'
  await expect.element(notice(news)).toBeVisible()
  await hears('Ben hears another', before)
  await expect.element(button('Mute')).toBeVisible()

  before = ana()?.microphone?.sid
  plugIn()
  await expect.element(notice('Using Fake Audio Input 2 again.')).toBeVisible()
  await hears('Ben hears the chosen one again', before)
  expect(phase(ben)).toBe('connected')
  await leave()
}, 90_000)

it('tells of a camera that another app uses, and takes it when it is free', async () => {
  const { ana, leave } = await meeting()
  await button('Turn camera off').click()
  await eventually('Ben sees no camera', () => !ana()?.camera)
  const free = replaceDevices('getUserMedia', (open) => async (wish) => {
    if (wish?.video) throw new DOMException('Could not start video source', 'NotReadableError')
    return open(wish)
  })
  await button('Turn camera on').click()
  const told = notice(/^Your camera is used by another app\. Close it there/)
  await expect.element(told).toBeVisible()
  free()
  await button('Try again').click()
  await eventually('Ben sees Ana', () => ana()?.camera?.isReady)
  await expect.element(told).not.toBeInTheDocument()
  await expect.element(button('Turn camera off')).toBeVisible()
  await leave()
}, 90_000)

it.each(['microphone', 'camera'] as const)(
  'tells of a %s that is forbidden during the call, says where to allow it, and has it back then',
  async (device) => {
    const { ben, ana, leave } = await meeting()
    onTestFinished(() => setPermission(device, 'granted'))
    const isGone = () => (device === 'camera' ? !ana()?.camera : isSilent(ana()?.microphone))
    const [on, off] =
      device === 'camera' ? ['Turn camera off', 'Turn camera on'] : (['Mute', 'Unmute'] as const)
    const another = device === 'camera' ? 'microphone' : 'camera'

    await setPermission(device, 'denied')
    await timed(`${device} forbidden: told`, () =>
      expect.element(notice(new RegExp(`^Your ${device} is blocked`))).toBeVisible(),
    )
    await expect.element(button(off)).toBeVisible()
    await eventually(`Ben has no ${device} of Ana's`, isGone)
    await eventually(`Ben has her ${another}`, () => ana()?.[another]?.isReady && ana()?.[another]?.isEnabled)
    expect(phase(ben)).toBe('connected')

    await button('More').click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    const guide = page.getByRole('region', { name: 'Settings' })
    await expect.element(guide.getByText(`Your ${device} is blocked`, { exact: true })).toBeVisible()
    await expect.element(guide.getByText(/to the left of this page’s address/)).toBeVisible()

    await setPermission(device, 'granted')
    await timed(`${device} allowed again: with the other`, () =>
      eventually(`Ben has Ana's ${device} again`, () => !isGone() && ana()?.[device]?.isReady),
    )
    await expect.element(button(on)).toBeVisible()
    await expect.element(page.getByText(new RegExp(`^Your ${device} is blocked`))).not.toBeInTheDocument()
    await leave()
  },
  90_000,
)
