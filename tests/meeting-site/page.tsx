import {
  type CallFeedback,
  ManagedVideoCall,
  MeetingProvider,
  MyBookingsList,
  useMeetingLauncher,
} from '@meetings/react'
import { StrictMode, useEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  interface Window {
    signalingUrl: string
    /** What the person said about their last call. */
    feedback?: CallFeedback
  }
}

/** As often as the list asks whether something has changed, in milliseconds. */
const NEWS_MS = 2_000

const search = new URLSearchParams(location.search)

/** Whoever the address of the first visit says; a reload keeps them. */
const person = search.get('as') ?? sessionStorage.getItem('as') ?? ''
sessionStorage.setItem('as', person)

/** A link straight into a call: nobody presses anything on the way. */
const linkedCall = search.get('call')

/** A small app with pages of its own and a router as plain as they come. */
function App() {
  return (
    <StrictMode>
      <MeetingProvider
        baseUrl="/api/meetings"
        getAccessToken={async () => person}
        subscribe={news}
        lobby={linkedCall === null}
        onFeedback={kept}
        videoOptions={{ wsServer: window.signalingUrl, insights: false }}
      >
        <Pages />
        {linkedCall !== null && <Opened bookingId={linkedCall} />}
        <ManagedVideoCall />
      </MeetingProvider>
    </StrictMode>
  )
}

function Opened({ bookingId }: { bookingId: string }) {
  const { launchFromBooking } = useMeetingLauncher()
  useEffect(() => void launchFromBooking({ bookingId }), [launchFromBooking, bookingId])
  return null
}

function Pages() {
  const path = useSyncExternalStore(onNavigation, () => location.pathname)
  return (
    <>
      <nav aria-label="Main">
        {['/', '/notes', '/help'].map((to) => (
          <a
            key={to}
            href={to}
            onClick={(event) => {
              event.preventDefault()
              history.pushState(null, '', to)
              dispatchEvent(new PopStateEvent('popstate'))
            }}
          >
            {to === '/' ? 'Meetings' : to.slice(1)}
          </a>
        ))}
      </nav>
      <main>
        <h1>Harbor Advisory</h1>
        {path === '/' && <MyBookingsList />}
        {path === '/notes' && <Notes />}
        {path === '/help' && <p style={{ blockSize: 3000 }}>Nobody needs help.</p>}
      </main>
    </>
  )
}

function Notes() {
  const [text, setText] = useState('')
  return <textarea aria-label="My notes" value={text} onChange={(event) => setText(event.target.value)} />
}

function onNavigation(listener: () => void): () => void {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

function news(onChange: () => void): () => void {
  const timer = setInterval(onChange, NEWS_MS)
  return () => clearInterval(timer)
}

function kept(feedback: CallFeedback): void {
  window.feedback = feedback
}

createRoot(document.getElementById('app') as HTMLElement).render(<App />)
