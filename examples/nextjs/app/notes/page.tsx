import type { Metadata } from 'next'
import { NotesEditor } from '../../shell/NotesEditor.tsx'

export const metadata: Metadata = { title: 'Notes' }

export default function NotesPage() {
  return (
    <>
      <h1>Notes</h1>
      <p className="muted">Write down what you want to ask. A call goes on while you are here.</p>
      <NotesEditor />
    </>
  )
}
