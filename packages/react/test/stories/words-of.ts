import { ar } from '../../src/i18n/locales/ar.ts'
import { de } from '../../src/i18n/locales/de.ts'
import { ja } from '../../src/i18n/locales/ja.ts'
import type { Messages } from '../../src/i18n/messages.ts'

const WORDS: Record<string, Messages> = { ar, de, ja }

/** The words a host gives for this locale; nothing for English, which is built in. */
export function wordsOf(locale: string | undefined): { messages?: Messages } {
  const messages = WORDS[locale?.slice(0, 2) ?? '']
  return messages ? { messages } : {}
}
