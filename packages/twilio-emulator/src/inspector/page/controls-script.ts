/**
 * The buttons of a person and of a room, for the inspector's script. Each is a call of `simulate` over HTTP; the line
 * below them says that it was done, or why the emulator could not.
 */
export const CONTROLS_SCRIPT = `
function personRows(roomName, identity) {
  const who = { roomName, identity }
  return [
    ['Network',
      ['Cut for 10 s', 'drop-socket', { ...who, forMs: 10000 }],
      ['Weak', 'network-quality', { ...who, level: 1 }],
      ['As measured', 'network-quality', who]],
    ['Picture', ['Switch off', 'switch-off', who], ['Switch on', 'switch-on', who]],
    ['Stay',
      ['Expire token', 'expire-token', { identity }],
      ['Time is up', 'expel-participant', { ...who, code: 53216 }],
      ['Remove', 'remove-participant', who]],
  ]
}

function roomRows(roomName) {
  return [
    ['Recording', ['Start', 'record', { roomName, isRecording: true }], ['Stop', 'record', { roomName, isRecording: false }]],
    ['Room', ['End for everybody', 'end-room', { roomName }]],
  ]
}

async function bring(answer, label, call, fields) {
  answer.className = 'answer'
  answer.textContent = ''
  try {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/inspector/simulate/' + call, { method: 'POST', headers, body: JSON.stringify(fields) })
    const { message } = await response.json()
    answer.textContent = response.ok ? 'Done: ' + label : message
    answer.classList.toggle('bad', !response.ok)
  } catch {
    answer.textContent = 'The emulator did not answer.'
    answer.classList.add('bad')
  }
}

function buttonFor(label, onPress) {
  const button = make('button', '', label)
  button.type = onPress ? 'button' : 'submit'
  if (onPress) button.addEventListener('click', onPress)
  return button
}

function rowOf(title, owner, controls) {
  const row = make('div', 'row', make('span', 'row-title', title), controls)
  row.setAttribute('role', 'group')
  row.setAttribute('aria-label', title + ' of ' + owner)
  return row
}

function buttonRow(answer, owner, [title, ...actions]) {
  const buttons = actions.map(([label, call, fields]) => buttonFor(label, () => bring(answer, title + ', ' + label.toLowerCase(), call, fields)))
  return rowOf(title, owner, make('span', 'row-buttons', ...buttons))
}

function captionRow(answer, owner, roomName, identity) {
  const field = make('input')
  field.setAttribute('aria-label', 'Caption of ' + owner)
  field.placeholder = 'What they say'
  field.required = true
  const form = make('form', 'row-buttons', field, buttonFor('Say', null))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    bring(answer, 'said “' + field.value + '”', 'transcribe', { roomName, identity, text: field.value })
    field.value = ''
  })
  return rowOf('Caption', owner, form)
}

function controlsOf(owner, rows, ...more) {
  const answer = make('p', 'answer')
  answer.setAttribute('role', 'status')
  const controls = make('div', 'controls', ...rows.map((row) => buttonRow(answer, owner, row)), ...more.map((build) => build(answer)))
  return { controls, answer }
}
`
