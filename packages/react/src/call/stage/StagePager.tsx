import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { RefObject } from 'react'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useStageLaterWords } from './useStageLaterWords.ts'
import { useSwipe } from './useSwipe.ts'

export interface StagePagerProps {
  /** Where a finger turns them. */
  floor: RefObject<HTMLElement | null>
  page: number
  pages: number
  onTurn(page: number): void
}

/** Turns the pages of a stage with more people than it has room for. At the ends the buttons stay, and stay quiet. */
export function StagePager({ floor, page, pages, onTurn }: StagePagerProps) {
  const words = useStageLaterWords()
  const isFirst = page === 0
  const isLast = page === pages - 1
  useSwipe(floor, (to) => onTurn(to === 'next' ? Math.min(page + 1, pages - 1) : Math.max(page - 1, 0)))
  return (
    <div role="group" aria-label={words.pages} data-meetings-part="stage-pager">
      <button
        type="button"
        aria-label={words.previousPage}
        aria-disabled={isFirst || undefined}
        data-meetings-part="page-button"
        onClick={() => !isFirst && onTurn(page - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </button>
      <span role="status" data-meetings-part="page-number">
        {fillMessage(words.pageOf, { page: String(page + 1), pages: String(pages) })}
      </span>
      <button
        type="button"
        aria-label={words.nextPage}
        aria-disabled={isLast || undefined}
        data-meetings-part="page-button"
        onClick={() => !isLast && onTurn(page + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </button>
    </div>
  )
}
