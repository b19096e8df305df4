import type { Metadata } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import '@meetings/react/styles.css'
import { browserConfig } from '../config/server-config.ts'
import { ClientProviders } from '../providers/ClientProviders.tsx'
import './app.css'

export const metadata: Metadata = {
  title: { default: 'Harbor Advisory', template: '%s · Harbor Advisory' },
  description: 'The example app of Meetings: booked video meetings inside an app that was there before.',
}

export default async function RootLayout(props: { children: ReactNode }) {
  // Settings are read when a page is asked for, not when the app is built.
  await connection()
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ClientProviders config={browserConfig()}>{props.children}</ClientProviders>
      </body>
    </html>
  )
}
