import { describe, expect, it } from 'vitest'
import { enLobby } from '../../i18n/en/lobby.ts'
import { lobbyPeopleWords } from './lobby-people-words.ts'

const booking = { viewerRole: 'customer', hostName: 'Sam', customerName: 'Alex' } as const
const host = { ...booking, viewerRole: 'host' } as const

describe('who is in', () => {
  it.each([
    ['the host', { ...booking, presence: { hostIsIn: true, others: 0 } }, 'Sam is already in the call'],
    ['one person', { ...host, presence: { hostIsIn: false, others: 1 } }, 'Alex is already in the call'],
    ['several', { ...host, presence: { hostIsIn: false, others: 3 } }, '3 people are already in the call'],
    ['nobody for a customer', { ...booking, presence: { hostIsIn: false, others: 0 } }, 'With Sam'],
    ['nobody for a host', { ...host, presence: { hostIsIn: false, others: 0 } }, 'With Sam'],
    ['nobody knows', { ...booking, presence: null }, 'With Sam'],
    ['no list', null, 'With Sam'],
  ])('is said: %s', (_who, known, words) => {
    expect(lobbyPeopleWords(known, 'Sam', enLobby)).toBe(words)
  })

  it('is nothing when nobody is known', () => {
    expect(lobbyPeopleWords(null, '', enLobby)).toBe('')
  })
})
