import type { Preview } from '@storybook/react-vite'
import '../packages/react/src/styles.css'
import './preview.css'
import { HostPage } from './HostPage.tsx'

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    options: { storySort: { order: ['Bookings', 'Call', 'Theme'] } },
  },
  initialGlobals: { scheme: 'light', direction: 'auto', locale: 'en-US' },
  globalTypes: {
    scheme: {
      description: 'Colour scheme of the host',
      toolbar: {
        title: 'Scheme',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction of the host',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Language of the viewer',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en-US', title: 'English (US)' },
          { value: 'en-GB', title: 'English (UK)' },
          { value: 'de-DE', title: 'Deutsch' },
          { value: 'ar-EG', title: 'العربية' },
          { value: 'ja-JP', title: '日本語' },
        ],
      },
    },
  },
  decorators: [
    (Story, { globals }) => (
      <HostPage scheme={globals.scheme} direction={globals.direction} locale={globals.locale}>
        <Story />
      </HostPage>
    ),
  ],
}

export default preview
