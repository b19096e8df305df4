'use client'

import {
  type BackgroundOptions,
  type CallComponents,
  type CallFeedback,
  type CallShortcuts,
  ManagedVideoCall,
  MeetingProvider,
} from '@meetings/react'
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { BrowserConfig } from '../config/server-config.ts'
import { AppShell } from '../shell/AppShell.tsx'
import { CallToast } from '../shell/CallToast.tsx'
import { AuthProvider, useAuth } from './AuthProvider.tsx'
import { localeOf } from './languages.ts'
import { SettingsProvider, useSettings } from './SettingsProvider.tsx'
import { ToastProvider } from './ToastProvider.tsx'

/** The app's own providers around the meetings, the app inside them; the call comes last, above everything. */
export function ClientProviders({ config, children }: { config: BrowserConfig; children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <AuthProvider config={config}>
        <SettingsProvider>
          <Meetings signalingUrl={config.signalingUrl}>
            <ToastProvider>
              <AppShell>{children}</AppShell>
              <CallToast />
            </ToastProvider>
            <Call />
          </Meetings>
        </SettingsProvider>
      </AuthProvider>
    </QueryClientProvider>
  )
}

function Meetings(props: { signalingUrl: string | null; children: ReactNode }) {
  const { getAccessToken, bookingNews } = useAuth()
  const { spoken, hasLobby } = useSettings()
  const queryClient = useQueryClient()
  const { signalingUrl } = props
  return (
    <MeetingProvider
      baseUrl="/api/meetings"
      getAccessToken={getAccessToken}
      queryClient={queryClient}
      subscribe={bookingNews}
      lobby={hasLobby}
      background={BACKGROUND}
      onFeedback={noteFeedback}
      locale={localeOf(spoken.language)}
      messages={spoken.messages}
      videoOptions={{
        // For captions, where the account transcribes.
        receiveTranscriptions: true,
        ...(signalingUrl ? { wsServer: signalingUrl, insights: false } : {}),
      }}
    >
      {props.children}
    </MeetingProvider>
  )
}

/** The app's own keys, and without reactions for who does not want them. */
function Call() {
  const { hasReactions } = useSettings()
  return <ManagedVideoCall shortcuts={SHORTCUTS} components={hasReactions ? ALL_PARTS : NO_REACTIONS} />
}

const ALL_PARTS: CallComponents = {}
const NO_REACTIONS: CallComponents = { ReactionsButton: null }

/** The key that the firm's people know from the tool they had before. */
const SHORTCUTS: CallShortcuts = { toggleMicrophone: 'ctrl+d' }

/** `next.config.ts` puts the first folder there; the second is this app's own. */
const BACKGROUND: BackgroundOptions = {
  assetsUrl: '/meetings-background',
  images: [
    { name: 'Office', url: '/backgrounds/office.svg' },
    { name: 'Evening', url: '/backgrounds/evening.svg' },
  ],
}

/** An app of yours sends it to where it is read. */
function noteFeedback({ bookingId, rating, reasons }: CallFeedback): void {
  console.info('How the call was:', { bookingId, rating, reasons })
}
