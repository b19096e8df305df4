import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useStageLaterWords } from './useStageLaterWords.ts'

/** Turns the pages of a stage with more people than it has room for. At the ends the buttons stay, and stay quiet. */
export function StagePager(props: { page: number; pages: number; onTurn(page: number): void }) {
  const { page, pages, onTurn } = props
  const words = useStageLaterWords()
  const isFirst = page === 0
  const isLast = page === pages - 1
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
