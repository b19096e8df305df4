import { CONTROLS_SCRIPT } from './controls-script.ts'

/**
 * What runs in the page. Everything that comes from people is set as text, never as markup. The cards of
 * rooms and people stay the same elements as long as they are there, so that they keep the focus, what was typed and
 * whether they are open.
 */
export const INSPECTOR_SCRIPT = `${CONTROLS_SCRIPT}
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

const nameOf = (person) => person.name ?? person.identity
const nameIn = (room, identity) => nameOf(room.participants.find((one) => one.identity === identity) ?? { identity })

function factsOf(person) {
  const { received, sent } = person.messages
  const quality = person.networkQuality === null ? [] : [tag('network ' + person.networkQuality + '/5', person.networkQuality < 3 ? 'warn' : '')]
  return [
    make('strong', '', nameOf(person)), ' ', tag(person.state, GRADE[person.state] ?? 'warn'), ...quality,
    make('div', '', ...person.tracks.map(trackTag)),
    make('small', '', 'messages: ' + received + ' received, ' + sent + ' sent'),
  ]
}

function messageItem(room, { at, way, identity, text }) {
  const time = make('time', '', new Date(at).toLocaleTimeString(undefined, { hour12: false }))
  return make('li', '', time, WAYS[way] + ' ', make('b', '', nameIn(room, identity)), ' ' + text)
}

function headOf(room) {
  const here = room.participants.filter(({ state }) => state !== 'disconnected').length
  return [
    make('strong', '', room.name), tag(room.type), tag(room.status, isOpen(room) ? 'good' : ''),
    ...(isOpen(room) ? [tag(here + ' of ' + room.maxParticipants + ' people')] : []),
    ...(room.isRecording ? [tag('recording', 'bad')] : []),
    ...(room.dominantSpeaker === null ? [] : [tag(nameIn(room, room.dominantSpeaker) + ' speaks')]),
  ]
}

function stayOf(card, room, { sid, identity, ...person }) {
  const known = card.stays.get(sid)
  if (known) return known
  const owner = nameOf({ identity, ...person })
  const say = (answer) => captionRow(answer, owner, room.name, identity)
  const stay = { facts: make('div'), ...controlsOf(owner, personRows(room.name, identity), say) }
  stay.root = make('li', '', stay.facts, stay.controls, stay.answer)
  card.stays.set(sid, stay)
  return stay
}

function cardOf(room) {
  const known = cards.get(room.sid)
  if (known) return known
  const card = {
    ...{ root: make('details', 'room'), head: make('summary'), seen: '', stays: new Map() },
    ...{ people: make('ul', 'people'), links: make('div'), messages: make('ol', 'messages') },
    ...controlsOf(room.name, roomRows(room.name)),
  }
  card.messages.tabIndex = 0
  card.messages.setAttribute('aria-label', 'Last messages in ' + room.name + ', newest first')
  card.linksSection = section('Connections', card.links)
  card.messagesSection = section('Last messages, newest first', card.messages)
  const control = make('div', '', card.controls, card.answer)
  card.root.append(card.head, make('div', 'body', section('People', card.people), control, card.linksSection, card.messagesSection))
  card.root.open = isOpen(room)
  cards.set(room.sid, card)
  return card
}

function fill(card, room) {
  card.head.replaceChildren(...headOf(room))
  card.controls.hidden = !isOpen(room)
  const people = room.participants.map((person) => {
    const stay = stayOf(card, room, person)
    const isGone = person.state === 'disconnected'
    stay.root.className = isGone ? 'gone' : ''
    stay.controls.hidden = isGone || !isOpen(room)
    stay.facts.replaceChildren(...factsOf(person))
    return stay.root
  })
  arrange(card.people, people.length ? people : [make('li', 'gone', 'Nobody yet.')])
  card.linksSection.hidden = room.connections.length === 0
  card.links.replaceChildren(...room.connections.map(({ between, state }) =>
    tag(between.map((identity) => nameIn(room, identity)).join(' ↔ ') + ' ' + state, GRADE[state] ?? 'warn')))
  card.messagesSection.hidden = room.messages.length === 0
  const top = card.messages.scrollTop
  card.messages.replaceChildren(...room.messages.toReversed().map((message) => messageItem(room, message)))
  card.messages.scrollTop = top
}

// Who stays in their place keeps the focus and what was typed.
function arrange(list, items) {
  for (const child of [...list.children]) if (!items.includes(child)) child.remove()
  items.forEach((item, index) => {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null)
  })
}

function show(rooms) {
  const open = rooms.filter(isOpen).length
  news.className = ''
  news.textContent = plural(open, 'room', 'rooms') + ' in progress, ' + (rooms.length - open) + ' ended'
  document.getElementById('empty').hidden = rooms.length > 0
  for (const sid of cards.keys()) if (!rooms.some((room) => room.sid === sid)) cards.delete(sid)
  const focused = document.activeElement
  arrange(list, rooms.map((room) => cardOf(room).root))
  for (const room of rooms) {
    const card = cardOf(room), text = JSON.stringify(room)
    if (card.seen === text) continue
    card.seen = text
    fill(card, room)
  }
  keepFocus(focused)
}

// What was pressed may be gone with whom it was for, or have moved.
function keepFocus(focused) {
  if (focused.closest('[hidden]')) focused.closest('.room')?.querySelector('summary').focus({ preventScroll: true })
  else if (document.activeElement !== focused) focused.focus({ preventScroll: true })
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
