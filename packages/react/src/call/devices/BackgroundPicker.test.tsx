import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { createFakeBackgrounds } from '../../testing/fake-backgrounds.ts'

afterEach(cleanup)

const IMAGES = [
  { name: 'Beach', url: '/beach.jpg' },
  { name: 'Office', url: '/office.jpg' },
]

async function inLobby(options: Parameters<typeof setUpCallPage>[0] = {}) {
  const backgrounds = createFakeBackgrounds({ images: IMAGES })
  const page = setUpCallPage({ lobby: true, backgrounds, ...options })
  await act(() => page.calls.launch(page.bookingId).then(() => {}))
  await screen.findByRole('button', { name: /^Join/ }, { timeout: 5000 })
  return { ...page, backgrounds, user: userEvent.setup() }
}

const radio = (name: string) => screen.getByRole('radio', { name })
const names = () => screen.getAllByRole('radio').map((choice) => choice.closest('label')?.textContent)

describe('the choice of a background', () => {
  it('has none, blur and the images of the app, and loads nothing before one is chosen', async () => {
    const { backgrounds } = await inLobby()
    expect(screen.getByRole('radiogroup', { name: 'Background' })).toBeInTheDocument()
    expect(names()).toEqual(['None', 'Blur', 'Strong blur', 'Beach', 'Office'])
    expect(radio('None')).toBeChecked()
    expect(backgrounds.loaded).toEqual([])
  })

  it('shows what is chosen at once, says that it is loading, and then shows it behind the person', async () => {
    const { user, backgrounds, calls } = await inLobby()
    const finish = backgrounds.hold()
    await user.click(radio('Beach'))
    expect(radio('Beach')).toBeChecked()
    expect(screen.getByText('Getting your background ready')).toBeInTheDocument()
    finish()
    await waitFor(() => expect(screen.queryByText('Getting your background ready')).toBeNull())
    expect(calls.getState().media.cameraTrack).toBe(backgrounds.tracks[0])
  })

  it('is one stop of the Tab key, and the arrows choose', async () => {
    const { user, backgrounds } = await inLobby()
    radio('None').focus()
    await user.keyboard('{ArrowDown}')
    expect(radio('Blur')).toHaveFocus()
    await waitFor(() => expect(backgrounds.live).toHaveLength(1))
    await user.tab()
    expect(screen.getAllByRole('radio')).not.toContain(document.activeElement)
  })

  it('goes back to what it was, and says so, when a background cannot be loaded', async () => {
    const { user, backgrounds } = await inLobby()
    backgrounds.fail()
    await user.click(radio('Office'))
    expect(
      await screen.findByText('This background could not be loaded. You are seen as before.'),
    ).toBeInTheDocument()
    expect(radio('None')).toBeChecked()
  })

  it('is not there where the app offers nothing', async () => {
    await inLobby({ backgrounds: createFakeBackgrounds({ isOffered: false }) })
    expect(screen.queryByRole('radiogroup')).toBeNull()
  })

  it('is not there where the app has switched it off', async () => {
    await inLobby({ call: { components: { BackgroundPicker: null } } })
    expect(screen.queryByRole('radiogroup')).toBeNull()
  })
})

describe('a background that was chosen in an earlier call and cannot be loaded', () => {
  it('keeps the camera off in the lobby, and offers to try again or to do without', async () => {
    const { user, backgrounds, calls } = await inLobby()
    await user.click(radio('Blur'))
    await waitFor(() => expect(backgrounds.live).toHaveLength(1))
    backgrounds.fail()
    act(() => backgrounds.breakDown())
    expect(
      await screen.findByText(/Your camera stays off, so that nobody sees your room/),
    ).toBeInTheDocument()
    expect(screen.getByText('Your camera is off')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(calls.getState().media.cameraTrack).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Turn on without background' }))
    await waitFor(() => expect(calls.getState().media.camera.status).toBe('on'))
    expect(radio('None')).toBeChecked()
  })

  it('says so in the call, and offers the same', async () => {
    const backgrounds = createFakeBackgrounds()
    const page = setUpCallPage({ backgrounds })
    const user = userEvent.setup()
    await joinCall(page)
    await act(() => page.calls.chooseBackground('blur'))
    act(() => backgrounds.breakDown())
    expect(
      await screen.findByText(/Your camera stays off, so that nobody sees your room/),
    ).toBeInTheDocument()
    expect(page.room.published?.camera).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Turn on without background' }))
    await waitFor(() => expect(page.room.published?.camera?.readyState).toBe('live'))
    await waitFor(() => expect(screen.queryByText(/Your camera stays off/)).toBeNull())
  })
})

describe('in the call', () => {
  it('is found in the menu, under its own name', async () => {
    const page = setUpCallPage({ backgrounds: createFakeBackgrounds({ images: IMAGES }) })
    const user = userEvent.setup()
    await joinCall(page)
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Background' }))
    expect(await screen.findByRole('region', { name: 'Background' })).toBeInTheDocument()
    await user.click(await screen.findByRole('radio', { name: 'Strong blur' }))
    await waitFor(() => expect(page.room.published?.camera).toBe(page.backgrounds.tracks[0]))
  })

  it('is not in the menu where the app has switched it off', async () => {
    const call = { components: { BackgroundPicker: null } }
    await joinCall(setUpCallPage({ backgrounds: createFakeBackgrounds(), call }))
    await userEvent.click(screen.getByRole('button', { name: 'More' }))
    await screen.findByRole('menuitem', { name: 'Settings' })
    expect(screen.queryByRole('menuitem', { name: 'Background' })).toBeNull()
  })
})
