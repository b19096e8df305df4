const DEFAULT_PAGE_SIZE = 50
const LARGEST_PAGE_SIZE = 1000

/** One page of a list in Twilio's shape; `next_page_url` leads on, keeping the filters. */
export function paginate<Item>(
  key: string,
  items: readonly Item[],
  { query, url }: { query: URLSearchParams; url: string },
): Record<string, unknown> {
  const page = wholeNumber(query.get('Page'), 0)
  const size = Math.min(Math.max(wholeNumber(query.get('PageSize'), DEFAULT_PAGE_SIZE), 1), LARGEST_PAGE_SIZE)
  const start = page * size
  const link = (number: number) => {
    const next = new URLSearchParams(query)
    next.set('PageSize', String(size))
    next.set('Page', String(number))
    return `${url}?${next}`
  }
  return {
    [key]: items.slice(start, start + size),
    meta: {
      page,
      page_size: size,
      key,
      url: link(page),
      first_page_url: link(0),
      previous_page_url: page > 0 ? link(page - 1) : null,
      next_page_url: start + size < items.length ? link(page + 1) : null,
    },
  }
}

function wholeNumber(value: string | null, otherwise: number): number {
  const number = Number(value ?? otherwise)
  return Number.isInteger(number) && number >= 0 ? number : otherwise
}
