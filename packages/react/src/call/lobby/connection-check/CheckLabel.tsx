'use client'
import { useConnectionCheckWords } from './useConnectionCheckWords.ts'

/** What the button says from the first check on. */
export function CheckLabel({ isChecking }: { isChecking: boolean }) {
  const words = useConnectionCheckWords()
  return isChecking ? words.stop : words.checkAgain
}
