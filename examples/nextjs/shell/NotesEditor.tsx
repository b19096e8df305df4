'use client'

import { useEffect, useState } from 'react'

const STORED_AS = 'harbor-notes'

export function NotesEditor() {
  const [text, setText] = useState('')
  useEffect(() => setText(localStorage.getItem(STORED_AS) ?? ''), [])
  return (
    <label className="notes">
      <span className="visually-hidden">My notes</span>
      <textarea
        rows={14}
        value={text}
        placeholder="What would I like to know?"
        onChange={(event) => {
          localStorage.setItem(STORED_AS, event.target.value)
          setText(event.target.value)
        }}
      />
    </label>
  )
}
