'use client'

import { useEffect, useState } from 'react'
import { LANGUAGES, type Language, type Spoken } from './languages.ts'

/** Loads the words of a language. Until they are here, and if they cannot be loaded, the one before goes on. */
export function useSpoken(language: Language): Spoken {
  const [spoken, setSpoken] = useState<Spoken>({ language: 'en', messages: undefined })

  useEffect(() => {
    let isWanted = true
    LANGUAGES[language].load().then(
      (messages) => isWanted && setSpoken({ language, messages }),
      (error) => console.warn(`The words of "${language}" could not be loaded.`, error),
    )
    return () => {
      isWanted = false
    }
  }, [language])
  return spoken
}
