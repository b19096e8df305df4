'use client'
import { Button } from '../theme/button/Button.tsx'
import { SchedulingIcon } from './SchedulingIcon.tsx'
import { useSchedulingWords } from './useSchedulingWords.ts'

export function BackButton({ onPress }: { onPress: () => void }) {
  const words = useSchedulingWords()
  return (
    <Button look="plain" data-role="back" onClick={onPress}>
      <SchedulingIcon name="back" />
      {words.back}
    </Button>
  )
}
