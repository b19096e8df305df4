import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markTab } from './mark-tab.ts'

const mark = (title: string) => `● ${title}`
const icons = () =>
  [...document.querySelectorAll('link[rel~="icon"]')].map((link) => link.getAttribute('href'))
/** Observers are told after the task that changed something. */
const told = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  document.head.innerHTML = '<title>Notes</title><link rel="icon" href="/own.ico">'
})
afterEach(() => {
  document.head.innerHTML = ''
})

describe('the mark on a tab', () => {
  it('lies over title and icon, and leaves both as they were', () => {
    const before = document.head.innerHTML
    const undo = markTab(document, mark)
    expect(document.title).toBe('● Notes')
    expect(icons()).toHaveLength(2)
    undo()
    undo()
    expect(document.head.innerHTML).toBe(before)
  })

  it('stays over a title that the page changes, which is the one it gets back', async () => {
    const undo = markTab(document, mark)
    document.title = 'Inbox'
    await told()
    expect(document.title).toBe('● Inbox')
    document
      .querySelector('title')
      ?.replaceWith(Object.assign(document.createElement('title'), { text: 'Mail' }))
    await told()
    expect(document.title).toBe('● Mail')
    undo()
    expect(document.title).toBe('Mail')
    document.title = 'Later'
    await told()
    expect(document.title).toBe('Later')
  })

  it('gives back a title that changed in the same moment', () => {
    const undo = markTab(document, mark)
    document.title = 'Inbox'
    undo()
    expect(document.title).toBe('Inbox')
  })

  it('leaves no title where there was none', () => {
    document.head.innerHTML = ''
    const undo = markTab(document, mark)
    expect(document.title).toBe('●')
    undo()
    expect(document.head.innerHTML).toBe('')
  })
})
