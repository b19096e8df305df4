import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps } from '../../../test/stories/CallStory.tsx'
import { SAMPLE_BACKGROUNDS } from '../../../test/stories/sample-backgrounds.ts'
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

const dialog = () => screen.findByRole('dialog')
/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }
const choices = async () => within(await within(await dialog()).findByRole('region', {}, PATIENCE))
const seen = (element: HTMLElement) => waitFor(() => expect(element).toBeVisible())

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
}

export const Joining: Story = {
  args: lobby,
  async play() {
    await userEvent.click(await (await choices()).findByRole('button', { name: 'Join now' }))
    const call = within(await dialog())
    await seen(await call.findByText('Sam Rivera', { selector: '[role=listitem] *' }))
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
    await seen(await (await choices()).findByRole('button', { name: 'Join muted with camera off' }))
    await seen(preview.getByText('Your camera is off'))
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

const narrow = { viewport: { value: 'mobile1', isRotated: false } }

export const Narrow: Story = { args: lobby, globals: narrow, play: Ready.play ?? (() => {}) }
export const NarrowDenied: Story = { args: Denied.args ?? lobby, globals: narrow }
export const German: Story = { args: Denied.args ?? lobby, globals: { locale: 'de-DE' } }
export const Japanese: Story = { args: lobby, globals: { locale: 'ja-JP' } }
export const RightToLeft: Story = { args: Denied.args ?? lobby, globals: { locale: 'ar-EG' } }
export const RightToLeftReady: Story = { args: lobby, globals: { locale: 'ar-EG' } }

export const LongNames: Story = {
  args: {
    ...lobby,
    booking: { meetingTypeName: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim(), presence: null },
    names: { sam: 'Q'.repeat(200), priya: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6).trim() },
    before: ({ devices }) => devices.plug('microphone', 'long', 'M'.repeat(200)),
  },
}
