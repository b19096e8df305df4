'use client'
import { useState } from 'react'
import { type Decision, useDecide } from './useDecide.ts'
import { useDoorWords } from './useDoorWords.ts'

export interface DoorAct {
  /** Decides, one decision after the other; `said` is read out when all have worked. */
  act(key: string, decisions: readonly Decision[], said: string): void
  /** The key of the decision that is on its way. */
  busy: string | null
  /** What is to be read out. */
  outcome: string
}

/** Decisions made with buttons of the panel. */
export function useDoorAct(): DoorAct {
  const decide = useDecide()
  const words = useDoorWords()
  const [busy, setBusy] = useState<string | null>(null)
  const [outcome, setOutcome] = useState('')

  async function run(key: string, decisions: readonly Decision[], said: string): Promise<void> {
    setBusy(key)
    setOutcome('')
    let hasWorked = true
    for (const decision of decisions) hasWorked &&= await decide(decision)
    setBusy(null)
    setOutcome(hasWorked ? said : words.doorFailed)
  }

  return {
    act: (key, decisions, said) => {
      if (busy === null) void run(key, decisions, said)
    },
    busy,
    outcome,
  }
}
