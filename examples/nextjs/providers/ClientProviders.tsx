'use client'

import { type BackgroundOptions, type CallFeedback, ManagedVideoCall, MeetingProvider } from '@meetings/react'
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { BrowserConfig } from '../config/server-config.ts'
import { AppShell } from '../shell/AppShell.tsx'
import { CallToast } from '../shell/CallToast.tsx'
import { AuthProvider, useAuth } from './AuthProvider.tsx'
import { SettingsProvider } from './SettingsProvider.tsx'
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
            <ManagedVideoCall />
          </Meetings>
        </SettingsProvider>
      </AuthProvider>
    </QueryClientProvider>
  )
}

function Meetings(props: { signalingUrl: string | null; children: ReactNode }) {
  const { getAccessToken, bookingNews } = useAuth()
  const queryClient = useQueryClient()
  const { signalingUrl } = props
  return (
    <MeetingProvider
      baseUrl="/api/meetings"
      getAccessToken={getAccessToken}
      queryClient={queryClient}
      subscribe={bookingNews}
      lobby
      background={BACKGROUND}
      onFeedback={noteFeedback}
      {...(signalingUrl ? { videoOptions: { wsServer: signalingUrl, insights: false } } : {})}
    >
      {props.children}
    </MeetingProvider>
  )
}

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
