'use client'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { Button } from '../../theme/button/Button.tsx'
import type { BookingFormDraft } from '../flow/booking-form-draft.ts'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { isAddress } from './check-form.ts'
import { Field } from './Field.tsx'

export interface GuestsFieldProps {
  draft: BookingFormDraft
  fault: string | undefined
  onChange(changes: Partial<BookingFormDraft>): void
}

/** Addresses as chips. Enter, a comma, a space or the button adds one; a pasted list adds all. */
export function GuestsField({ draft, fault, onChange }: GuestsFieldProps) {
  const words = useSchedulingWords()
  const input = useRef<HTMLInputElement>(null)
  const { guests, guestText } = draft

  /** Takes what is an address; the rest stays in the field, to be mended. */
  function add(text: string): void {
    const parts = text.split(/[\s,;<>]+/).filter(Boolean)
    const good = parts.filter(isAddress)
    const rest = parts.filter((part) => !isAddress(part))
    onChange({ guests: [...new Set([...guests, ...good])], guestText: rest.join(' ') })
  }

  function remove(guest: string): void {
    onChange({ guests: guests.filter((each) => each !== guest) })
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    // A key that ends a word of Japanese ends no address.
    if (event.nativeEvent.isComposing) return
    if (['Enter', ',', ';', ' '].includes(event.key)) {
      if (guestText.trim() === '' && event.key === 'Enter') return
      event.preventDefault()
      add(guestText)
    } else if (event.key === 'Backspace' && guestText === '') {
      const last = guests.at(-1)
      if (last !== undefined) remove(last)
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData.getData('text')
    if (!/[\s,;]/.test(text.trim())) return
    event.preventDefault()
    add(`${guestText} ${text}`)
  }

  return (
    <Field field="guests" label={words.guests} isOptional hint={words.guestsHint} fault={fault}>
      {(control) => (
        <>
          {guests.length > 0 && (
            <div role="list" aria-label={words.guests} data-meetings-part="guests">
              {guests.map((guest) => (
                <div role="listitem" key={guest} data-meetings-part="guest">
                  <bdi>{guest}</bdi>
                  <button
                    type="button"
                    aria-label={fillMessage(words.removeGuest, { guest })}
                    data-meetings-part="remove-guest"
                    onClick={() => remove(guest)}
                  >
                    <SchedulingIcon name="close" size={14} />
                  </button>
                </div>
              ))}
            </div>
          )}
          <div data-meetings-part="guest-entry">
            <input
              {...control}
              ref={input}
              type="text"
              inputMode="email"
              autoComplete="off"
              data-meetings-part="input"
              value={guestText}
              onChange={(event) => onChange({ guestText: event.target.value })}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
            <Button
              onClick={() => {
                add(guestText)
                input.current?.focus()
              }}
            >
              {words.addGuest}
            </Button>
          </div>
        </>
      )}
    </Field>
  )
}
