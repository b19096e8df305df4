import type { MeetingsProblem } from '@meetings/react'

export type SaveState = 'never-saved' | 'untouched' | 'changed' | 'saving' | 'saved' | 'failed'

const WORDS: Record<Exclude<SaveState, 'failed'>, string> = {
  'never-saved': 'Nothing is saved yet: until then nobody can book you.',
  untouched: '',
  changed: 'You have unsaved changes.',
  saving: 'Saving ...',
  saved: 'Saved. Free times follow at once; meetings that are booked stay.',
}

export function SaveBar(props: { state: SaveState; faultCount: number; problem: MeetingsProblem | null }) {
  const { state, faultCount, problem } = props
  return (
    <div className="save-bar">
      <button type="submit" className="button button-strong" aria-disabled={state === 'saving'}>
        {state === 'saving' ? 'Saving ...' : 'Save hours'}
      </button>
      <p role="status" className="muted">
        {state === 'failed' ? '' : WORDS[state]}
      </p>
      {state === 'failed' && (
        <p role="alert" className="problem">
          {faultCount > 0
            ? `Not saved: ${faultCount === 1 ? 'one field needs' : `${faultCount} fields need`} another look.`
            : `Not saved. ${problem?.serverMessage ?? 'The server could not be reached.'} What you entered is still here: try again.`}
        </p>
      )}
    </div>
  )
}
