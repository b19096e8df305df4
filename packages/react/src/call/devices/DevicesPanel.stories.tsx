import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { CallStory, type CallStoryProps, shownRuntime } from '../../../test/stories/CallStory.tsx'
import { SAMPLE_BACKGROUNDS } from '../../../test/stories/sample-backgrounds.ts'
import type { DeviceKind } from '../../media/media-device.ts'

const meta: Meta<CallStoryProps> = {
  title: 'Call/DevicesPanel',
  component: CallStory,
  render: (props, { globals }) => <CallStory {...props} locale={globals.locale} />,
}

export default meta
type Story = StoryObj<CallStoryProps>

const settings: CallStoryProps = {
  people: [{ identity: 'sam' }],
  names: { sam: 'Sam Rivera' },
  locale: 'en-US',
  before({ devices }) {
    devices.plug('microphone', 'headset', 'Jabra Evolve2 65')
    devices.plug('camera', 'phone', 'Phone camera')
    devices.plug('speaker', 'monitor', 'Monitor')
  },
  after: ({ callView }) => callView.set({ panel: 'settings' }),
}

/** Chosen during the call, and gone at once. */
const pulledOut = (kind: DeviceKind, id: string): CallStoryProps => ({
  ...settings,
  async after({ calls, callView, devices }) {
    callView.set({ panel: 'settings' })
    await calls.chooseDevice(kind, id)
    devices.unplug(kind, id)
  },
})

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }
const picker = async (name: string) =>
  within(await screen.findByRole('dialog', undefined, PATIENCE)).findByRole('combobox', { name }, PATIENCE)

export const InTheCall: Story = {
  args: settings,
  async play() {
    await userEvent.selectOptions(await picker('Microphone'), 'Jabra Evolve2 65')
    await waitFor(async () => expect(await picker('Microphone')).toHaveDisplayValue('Jabra Evolve2 65'))
    const noise = screen.getByRole('checkbox', { name: 'Reduce background noise' })
    await userEvent.click(noise)
    await waitFor(() => expect(noise).not.toBeChecked())
  },
}

export const Backgrounds: Story = {
  args: { ...settings, backgroundImages: SAMPLE_BACKGROUNDS },
  async play() {
    const group = within(await screen.findByRole('radiogroup', { name: 'Background' }, PATIENCE))
    await userEvent.click(group.getByRole('radio', { name: 'Evening' }))
    await waitFor(() => expect(group.getByRole('radio', { name: 'Evening' })).toBeChecked())
    await userEvent.click(group.getByRole('radio', { name: 'Blur' }))
    await waitFor(() => expect(screen.queryByText('Getting your background ready')).toBeNull())
  },
}

export const BackgroundPanel: Story = {
  args: {
    ...settings,
    backgroundImages: SAMPLE_BACKGROUNDS,
    after: ({ callView }) => callView.set({ panel: 'background' }),
  },
  async play() {
    const panel = within(await screen.findByRole('region', { name: 'Background' }, PATIENCE))
    await userEvent.click(await panel.findByRole('radio', { name: 'Strong blur' }, PATIENCE))
    await panel.findByRole('img', { name: 'How others will see you' })
  },
}

export const BackgroundLoading: Story = {
  args: {
    ...settings,
    backgroundImages: SAMPLE_BACKGROUNDS,
    after({ callView, backgrounds }) {
      callView.set({ panel: 'settings' })
      backgrounds.hold()
    },
  },
  async play() {
    await userEvent.click(await screen.findByRole('radio', { name: 'Forest' }, PATIENCE))
    await screen.findByText('Getting your background ready')
  },
}

export const BackgroundRefused: Story = {
  args: {
    ...settings,
    backgroundImages: SAMPLE_BACKGROUNDS,
    after({ callView, backgrounds }) {
      callView.set({ panel: 'settings' })
      backgrounds.fail()
    },
  },
  async play() {
    await userEvent.click(await screen.findByRole('radio', { name: 'Forest' }, PATIENCE))
    await screen.findByText(/This background could not be loaded/)
    await expect(screen.getByRole('radio', { name: 'None' })).toBeChecked()
  },
}

export const RefusedChoice: Story = {
  args: {
    ...settings,
    async after({ calls, callView, devices }) {
      callView.set({ panel: 'settings' })
      devices.refuse('microphone', 'in-use')
      await calls.chooseDevice('microphone', 'headset')
    },
  },
  async play() {
    await picker('Microphone')
    const panel = within(screen.getByRole('region', { name: 'Settings' }))
    await panel.findByText(/used by another app/)
  },
}

export const PulledOut: Story = {
  args: pulledOut('microphone', 'headset'),
  async play() {
    await picker('Microphone')
    const panel = within(screen.getByRole('region', { name: 'Settings' }))
    await panel.findByText('Jabra Evolve2 65 was disconnected. Now using Built-in microphone.')
  },
}

/** A picture is a choice: no other camera films anybody unasked. Plugged in again, it comes back by itself. */
export const CameraPulledOut: Story = {
  args: pulledOut('camera', 'phone'),
  async play() {
    await screen.findByText(/^No camera was found/, undefined, PATIENCE)
    await expect(await screen.findByRole('button', { name: 'Turn camera on' })).toBeVisible()
    shownRuntime().devices.plug('camera', 'phone', 'Phone camera')
    await expect(await screen.findByRole('button', { name: 'Turn camera off' })).toBeVisible()
    await waitFor(async () => expect(await picker('Camera')).toHaveDisplayValue('Phone camera'))
  },
}

export const SpeakerPulledOut: Story = {
  args: pulledOut('speaker', 'monitor'),
  async play() {
    await waitFor(async () => expect(await picker('Speaker')).toHaveDisplayValue('Built-in speakers'))
    shownRuntime().devices.plug('speaker', 'monitor', 'Monitor')
    await waitFor(async () => expect(await picker('Speaker')).toHaveDisplayValue('Monitor'))
  },
}

export const CameraTakenBack: Story = {
  args: {
    ...settings,
    after({ callView, devices }) {
      callView.set({ panel: 'settings' })
      devices.permit({ camera: 'denied' })
    },
  },
  async play() {
    await picker('Camera')
    const panel = within(screen.getByRole('region', { name: 'Settings' }))
    await panel.findByText('Your camera is blocked')
  },
}

const panel = async (name: string) =>
  (await screen.findByRole('region', { name }, PATIENCE)).getBoundingClientRect()

/** On a phone it lies over the people, as wide as the screen. */
export const Narrow: Story = {
  args: settings,
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  async play() {
    const list = await picker('Microphone')
    await userEvent.selectOptions(list, 'Jabra Evolve2 65')
    await waitFor(() => expect(list).toHaveDisplayValue('Jabra Evolve2 65'))
    await waitFor(async () => expect((await panel('Settings')).width).toBeGreaterThan(innerWidth * 0.9))
    await expect(list.getBoundingClientRect().right).toBeLessThanOrEqual((await panel('Settings')).right)
  },
}

/** It stands at the end of the line, which is on the left. */
export const RightToLeft: Story = {
  args: settings,
  globals: { locale: 'ar-EG' },
  async play() {
    await expect(await picker('الميكروفون')).toBeEnabled()
    await waitFor(async () => expect((await panel('الإعدادات')).right).toBeLessThan(innerWidth / 2))
  },
}
