/**
 * What runs in the page. Everything that comes from people is set as text, never as markup. A room's card stays the
 * same element as long as the room is there, so that it keeps its focus and whether it is open.
 */
export const INSPECTOR_SCRIPT = `
const list = document.getElementById('rooms'), news = document.getElementById('news')
const cards = new Map()
const WAYS = { from: '→ from', to: '← to', channel: '⇄ with' }
const GRADE = { connected: 'good', settled: 'good', disconnected: '' }

function make(tag, className, ...inner) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...inner)
  return element
}
const tag = (text, grade = '') => make('span', 'tag ' + grade, text)
const section = (title, ...inner) => make('section', '', make('h2', '', title), ...inner)
const isOpen = (room) => room.status === 'in-progress'
const plural = (number, one, many) => number + ' ' + (number === 1 ? one : many)

function trackTag(track) {
  const label = track.kind + ' “' + track.name + '”'
  if (track.state === 'failed') return tag(label + ' refused', 'bad')
  const extra = (track.enabled ? '' : ' muted') + (track.priority === 'standard' ? '' : ' ' + track.priority)
  return tag(label + extra, track.enabled ? '' : 'warn')
}

function personItem(person) {
  const { received, sent } = person.messages
  const quality = person.networkQuality === null ? [] : [tag('network ' + person.networkQuality + '/5', person.networkQuality < 3 ? 'warn' : '')]
  return make('li', person.state === 'disconnected' ? 'gone' : '',
    make('strong', '', person.identity), ' ', tag(person.state, GRADE[person.state] ?? 'warn'), ...quality,
    make('div', '', ...person.tracks.map(trackTag)),
    make('small', '', 'messages: ' + received + ' received, ' + sent + ' sent'))
}

function messageItem({ at, way, identity, text }) {
  const time = make('time', '', new Date(at).toLocaleTimeString(undefined, { hour12: false }))
  return make('li', '', time, WAYS[way] + ' ', make('b', '', identity), ' ' + text)
}

function bodyOf(room) {
  const people = room.participants.length ? room.participants.map(personItem) : [make('li', 'gone', 'Nobody yet.')]
  const links = room.connections.map(({ between, state }) => tag(between.join(' ↔ ') + ' ' + state, GRADE[state] ?? 'warn'))
  const messages = make('ol', 'messages', ...room.messages.toReversed().map(messageItem))
  messages.tabIndex = 0
  messages.setAttribute('aria-label', 'Last messages in ' + room.name + ', newest first')
  return [
    section('People', make('ul', 'people', ...people)),
    ...(links.length ? [section('Connections', make('div', '', ...links))] : []),
    ...(room.messages.length ? [section('Last messages, newest first', messages)] : []),
  ]
}

function headOf(room) {
  const here = room.participants.filter(({ state }) => state !== 'disconnected').length
  return [
    make('strong', '', room.name), tag(room.type), tag(room.status, isOpen(room) ? 'good' : ''),
    ...(isOpen(room) ? [tag(here + ' of ' + room.maxParticipants + ' people')] : []),
    ...(room.isRecording ? [tag('recording', 'bad')] : []),
    ...(room.dominantSpeaker === null ? [] : [tag(room.dominantSpeaker + ' speaks')]),
  ]
}

function cardOf(room) {
  const known = cards.get(room.sid)
  if (known) return known
  const card = { root: make('details', 'room'), head: make('summary'), body: make('div', 'body'), seen: '' }
  card.root.open = isOpen(room)
  card.root.append(card.head, card.body)
  cards.set(room.sid, card)
  return card
}

function show(rooms) {
  const open = rooms.filter(isOpen).length
  news.className = ''
  news.textContent = plural(open, 'room', 'rooms') + ' in progress, ' + (rooms.length - open) + ' ended'
  for (const sid of cards.keys()) {
    if (rooms.some((room) => room.sid === sid)) continue
    cards.get(sid).root.remove()
    cards.delete(sid)
  }
  document.getElementById('empty').hidden = rooms.length > 0
  rooms.forEach((room, index) => {
    const card = cardOf(room), text = JSON.stringify(room)
    if (list.children[index] !== card.root) list.insertBefore(card.root, list.children[index] ?? null)
    if (card.seen === text) return
    card.seen = text
    const top = card.body.querySelector('.messages')?.scrollTop ?? 0
    const hadFocus = card.body.contains(document.activeElement)
    card.head.replaceChildren(...headOf(room))
    card.body.replaceChildren(...bodyOf(room))
    const messages = card.body.querySelector('.messages')
    if (messages) messages.scrollTop = top
    if (hadFocus) messages?.focus({ preventScroll: true })
  })
}

async function look() {
  try {
    const response = await fetch('/inspector/rooms')
    const { rooms } = await response.json()
    show([...rooms.filter(isOpen), ...rooms.filter((room) => !isOpen(room))])
  } catch {
    news.className = 'lost'
    news.textContent = 'The emulator does not answer. Is it still running?'
  }
  setTimeout(look, 1000)
}
look()
`
