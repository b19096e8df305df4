import { type CallFeedback, ManagedVideoCall, MeetingProvider, MyBookingsList } from '@meetings/react'
import { StrictMode, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  interface Window {
    signalingUrl: string
  }
}

/** As often as the list asks whether something has changed, in milliseconds. */
const NEWS_MS = 2_000

/** Whoever the address of the first visit says; a reload keeps them. */
const person = new URLSearchParams(location.search).get('as') ?? sessionStorage.getItem('as') ?? ''
sessionStorage.setItem('as', person)

/** A small app with pages of its own and a router as plain as they come. */
function App() {
  return (
    <StrictMode>
      <MeetingProvider
        baseUrl="/api/meetings"
        getAccessToken={async () => person}
        subscribe={news}
        lobby
        onFeedback={kept}
        videoOptions={{ wsServer: window.signalingUrl, insights: false }}
      >
        <Pages />
        <ManagedVideoCall />
      </MeetingProvider>
    </StrictMode>
  )
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

function kept(_feedback: CallFeedback): void {
  // Asked about the call; the answer itself is of no use here.
}

createRoot(document.getElementById('app') as HTMLElement).render(<App />)
