import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, spyOn, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { SAMPLE_BACKGROUNDS } from '../../../test/stories/sample-backgrounds.ts'
import { speakInto } from '../../../test/stories/speak-into.ts'
import type { MediaProblemKind } from '../../media/media-problem.ts'
import type { FakeMedia } from '../../testing/fake-media.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/Lobby',
  component: CallStory,
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const NAMES = { sam: 'Sam Rivera', priya: 'Priya Natarajan' }
const lobby: CallStoryProps = {
  people: [{ identity: 'sam' }],
  names: NAMES,
  lobby: true,
  locale: 'en-US',
  booking: { presence: { hostIsIn: true, others: 0 } },
  before: ({ devices }) => plugInMore(devices),
}

function plugInMore(devices: FakeMedia): void {
  devices.plug('microphone', 'headset', 'Jabra Evolve2 65 (0b0e:24b8)')
  devices.plug('speaker', 'headset', 'Jabra Evolve2 65 (0b0e:24b8)')
  devices.plug('camera', 'phone', 'Phone camera')
}

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }
const dialog = () => screen.findByRole('dialog', {}, PATIENCE)
const choices = async () => within(await within(await dialog()).findByRole('region', {}, PATIENCE))
const seen = (element: HTMLElement) => waitFor(() => expect(element).toBeVisible())
const part = (name: string) => document.querySelector<HTMLElement>(`[data-meetings-part="${name}"]`)
const box = (name: string) => (part(name) ?? document.body).getBoundingClientRect()
const filmed = (video: HTMLVideoElement | null | undefined) => (video?.srcObject as MediaStream)?.getTracks()

/** Nothing sticks out sideways, and the way in is in sight. */
async function fits(join: string): Promise<void> {
  const way = await (await choices()).findByRole('button', { name: join })
  await seen(way)
  const lobby = part('lobby')
  await expect(lobby?.scrollWidth).toBeLessThanOrEqual(lobby?.clientWidth ?? 0)
  await expect(way.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight)
}

/** Right to left, oneself is on the right. */
async function isMirrored(words: string): Promise<void> {
  await seen(await (await choices()).findByText(words))
  await expect(box('lobby-preview').left).toBeGreaterThanOrEqual(box('lobby-choices').right)
}

export const Ready: Story = {
  args: lobby,
  async play() {
    const { findByRole, getByText } = await choices()
    await seen(await findByRole('button', { name: 'Join now' }))
    await seen(getByText('Sam Rivera is already in the call'))
    await expect(await findByRole('combobox', { name: 'Microphone' })).toHaveDisplayValue(
      'Built-in microphone',
    )
  },
}

export const Backgrounds: Story = {
  args: { ...lobby, backgroundImages: SAMPLE_BACKGROUNDS },
  async play() {
    const blur = await (await choices()).findByRole('radio', { name: 'Blur' })
    await userEvent.click(blur)
    await waitFor(() => expect(blur).toBeChecked())
    await seen(await (await choices()).findByRole('button', { name: 'Join now' }))
  },
}

/** Blur was chosen in an earlier call and cannot be loaded: nobody sees the room. */
export const BackgroundMissing: Story = {
  args: {
    ...lobby,
    backgroundImages: SAMPLE_BACKGROUNDS,
    before({ backgrounds, calls }) {
      backgrounds.fail()
      const unsubscribe = calls.subscribe(() => {
        if (calls.getState().media.camera.status !== 'on') return
        unsubscribe()
        void calls.toggleCamera().then(async () => {
          await calls.chooseBackground('blur')
          await calls.toggleCamera()
        })
      })
    },
  },
  async play() {
    await seen(await (await choices()).findByText(/Your camera stays off/))
    await seen((await choices()).getByRole('button', { name: 'Join with camera off' }))
    await userEvent.click((await choices()).getByRole('button', { name: 'Turn on without background' }))
    await seen(await (await choices()).findByRole('button', { name: 'Join now' }))
  },
}

export const RightToLeftBackgrounds: Story = {
  args: { ...lobby, backgroundImages: SAMPLE_BACKGROUNDS },
  globals: { locale: 'ar-EG' },
  async play() {
    const blur = await (await choices()).findByRole('radio', { name: 'تمويه' })
    await userEvent.click(blur)
    await waitFor(() => expect(blur).toBeChecked())
    const none = (await choices()).getByRole('radio', { name: 'بدون' })
    await expect(none.getBoundingClientRect().left).toBeGreaterThan(blur.getBoundingClientRect().left)
  },
}

export const Joining: Story = {
  args: lobby,
  async play() {
    const join = await (await choices()).findByRole('button', { name: 'Join now' })
    const before = filmed(part('lobby-picture')?.querySelector('video'))
    await expect(before).toHaveLength(1)
    await userEvent.click(join)
    const call = within(await dialog())
    await seen(await call.findByText('Sam Rivera', { selector: '[role=listitem] *' }))
    const own = document.querySelector<HTMLVideoElement>('[data-meetings-part="video"][data-mirrored]')
    await expect(filmed(own)).toEqual(before)
  },
}

export const MicrophoneHeard: Story = {
  args: {
    ...lobby,
    before({ devices }) {
      plugInMore(devices)
      speakInto(devices)
    },
  },
  async play() {
    await seen(await (await choices()).findByText('We can hear you.'))
    const level = () => Number(part('microphone-meter')?.style.getPropertyValue('--meetings-level'))
    await expect(level()).toBeGreaterThan(0.35)
  },
}

export const SpeakerTested: Story = {
  args: lobby,
  async play() {
    await userEvent.click(await (await choices()).findByRole('button', { name: 'Play a test sound' }))
    await seen(await (await choices()).findByText('Playing'))
  },
}

export const DevicesRemembered: Story = {
  args: lobby,
  async play() {
    const list = async () => (await choices()).findByRole('combobox', { name: 'Microphone' })
    await userEvent.selectOptions(await list(), 'Jabra Evolve2 65')
    await waitFor(async () => expect(await list()).toHaveDisplayValue('Jabra Evolve2 65'))
    await userEvent.click((await choices()).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { calls, client } = shownRuntime()
    for (const { id } of client.getBookings()) void calls.launch(id)
    await waitFor(async () => expect(await list()).toHaveDisplayValue('Jabra Evolve2 65'))
  },
}

export const Cancelling: Story = {
  args: lobby,
  async play() {
    await userEvent.click(await (await choices()).findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  },
}

export const MutedWithoutCamera: Story = {
  args: lobby,
  async play() {
    await choices()
    const preview = within(within(await dialog()).getByRole('group', { name: 'How others will see you' }))
    await userEvent.click(preview.getByRole('button', { name: 'Mute' }))
    await userEvent.click(preview.getByRole('button', { name: 'Turn camera off' }))
    const join = await (await choices()).findByRole('button', { name: 'Join muted with camera off' })
    await seen(join)
    await seen(preview.getByText('Your camera is off'))
    await userEvent.click(join)
    await seen(await within(await dialog()).findByRole('button', { name: 'Unmute' }))
    await seen(within(await dialog()).getByRole('button', { name: 'Turn camera on' }))
  },
}

export const AnotherDevice: Story = {
  args: lobby,
  async play() {
    const list = await (await choices()).findByRole('combobox', { name: 'Microphone' })
    await userEvent.selectOptions(list, 'Jabra Evolve2 65')
    await waitFor(() => expect(list).toHaveDisplayValue('Jabra Evolve2 65'))
  },
}

export const HeadsetPulledOut: Story = {
  args: {
    ...lobby,
    before({ devices, calls }) {
      plugInMore(devices)
      const unsubscribe = calls.subscribe(() => {
        if (calls.getState().media.microphone.status !== 'on') return
        unsubscribe()
        void calls.chooseDevice('microphone', 'headset').then(() => devices.unplug('microphone', 'headset'))
      })
    },
  },
  async play() {
    await seen(await (await choices()).findByText(/was disconnected. Now using Built-in microphone/))
  },
}

export const BrowserAsks: Story = {
  args: {
    ...lobby,
    before({ devices }) {
      devices.permit({ microphone: 'prompt', camera: 'prompt' })
      devices.holdPrompts()
    },
  },
  async play() {
    await seen(await (await choices()).findByText('Allow camera and microphone'))
    await seen((await choices()).getByRole('button', { name: 'Join now' }))
  },
}

const refused = (kind: MediaProblemKind, words: RegExp): Story => ({
  args: {
    ...lobby,
    before({ devices }) {
      devices.refuse('microphone', kind)
      devices.refuse('camera', kind)
    },
  },
  async play() {
    await seen(await (await choices()).findByText(words))
    await seen((await choices()).getByRole('button', { name: 'Join muted with camera off' }))
  },
})

export const PromptDismissed = refused('dismissed', /have not allowed camera and microphone/)
export const NoDevice = refused('no-device', /No microphone or camera was found/)
export const InUse = refused('in-use', /could not be started/)
export const InsecurePage = refused('insecure-page', /only on a secure page/)
export const UnknownTrouble = refused('unknown', /could not be started/)
export const DeniedWithoutNews = refused('denied', /Then try again/)

export const BlockedBySystem: Story = {
  args: { ...lobby, before: ({ devices }) => devices.refuse('camera', 'blocked-by-system') },
  async play() {
    await seen(await (await choices()).findByText(/privacy settings of your system/))
    await seen((await choices()).getByRole('button', { name: 'Join with camera off' }))
  },
}

export const Denied: Story = {
  args: {
    ...lobby,
    before: ({ devices }) => devices.permit({ microphone: 'denied', camera: 'denied' }),
  },
  async play() {
    await seen(await (await choices()).findByText('Camera and microphone are blocked'))
  },
}

export const DeniedThenAllowed: Story = {
  args: {
    ...lobby,
    before({ devices, calls }) {
      devices.permit({ microphone: 'denied', camera: 'denied' })
      const unsubscribe = calls.subscribe(() => {
        if (calls.getState().media.camera.problem === null) return
        unsubscribe()
        devices.permit({ microphone: 'granted', camera: 'granted' })
      })
    },
  },
  async play() {
    await seen(await (await choices()).findByRole('button', { name: 'Join now' }))
  },
}

/** Where to click is told for the browser that is used. */
export const DeniedOnAnIPhone: Story = {
  args: Denied.args ?? lobby,
  beforeEach() {
    const agent = spyOn(navigator, 'userAgent', 'get').mockReturnValue(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    )
    return () => agent.mockRestore()
  },
  async play() {
    await seen(await (await choices()).findByText(/Tap the page menu in the address bar/))
  },
}

const narrow = { viewport: { value: 'mobile1', isRotated: false } }

export const Narrow: Story = { args: lobby, globals: narrow, play: Ready.play ?? (() => {}) }
export const NarrowDenied: Story = {
  args: Denied.args ?? lobby,
  globals: narrow,
  async play() {
    await seen(await (await choices()).findByText('Camera and microphone are blocked'))
    await fits('Join muted with camera off')
  },
}

export const German: Story = {
  args: Denied.args ?? lobby,
  globals: { locale: 'de-DE' },
  async play() {
    await seen(await (await choices()).findByText('Kamera und Mikrofon sind blockiert'))
    await fits('Stumm und ohne Kamera teilnehmen')
  },
}

export const Japanese: Story = { args: lobby, globals: { locale: 'ja-JP' }, play: () => fits('今すぐ参加') }

export const RightToLeft: Story = {
  args: Denied.args ?? lobby,
  globals: { locale: 'ar-EG' },
  play: () => isMirrored('الكاميرا والميكروفون محظوران'),
}

export const RightToLeftReady: Story = {
  args: lobby,
  globals: { locale: 'ar-EG' },
  play: () => isMirrored('انضم الآن'),
}

export const LongNames: Story = {
  args: {
    ...lobby,
    booking: { meetingTypeName: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim(), presence: null },
    names: { sam: 'Q'.repeat(200), priya: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim() },
    before: ({ devices }) => devices.plug('microphone', 'long', 'M'.repeat(200)),
  },
  play: () => fits('Join now'),
}
