import { MEETING_ROUTES, type MeetingRouteName } from '@meetings/contract'

/** What lives at a path. */
export interface RouteMatch {
  /** The route per method. A map: `constructor` is a method that a request may have, too. */
  byMethod: ReadonlyMap<string, MeetingRouteName>
  /** What `Allow` says here. */
  allow: string
}

/** Finds which of these routes are at a path of the request; `null` when nothing of ours lives there. */
export function createRouteMatcher(
  basePath: string,
  names: readonly MeetingRouteName[],
): (pathname: string) => RouteMatch | null {
  const matches = new Map<string, RouteMatch>()
  const withId: { before: string; after: string; match: RouteMatch }[] = []
  for (const path of new Set(names.map((name) => MEETING_ROUTES[name].path))) {
    const match = matchOf(names.filter((name) => MEETING_ROUTES[name].path === path))
    const [before = '', after] = `${basePath}${path}`.split(':id')
    if (after === undefined) matches.set(before, match)
    else withId.push({ before, after, match })
  }
  return (pathname) => {
    const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname
    const exact = matches.get(path)
    if (exact !== undefined) return exact
    const found = withId.find(({ before, after }) => {
      if (!path.startsWith(before) || !path.endsWith(after)) return false
      const id = path.slice(before.length, -after.length)
      return id !== '' && !id.includes('/')
    })
    return found?.match ?? null
  }
}

/** A place for these routes alone. */
export function matchOf(names: readonly MeetingRouteName[]): RouteMatch {
  const byMethod = new Map<string, MeetingRouteName>()
  for (const name of names) byMethod.set(MEETING_ROUTES[name].method, name)
  // HEAD is GET without the body, as everywhere.
  const get = byMethod.get('GET')
  if (get !== undefined) byMethod.set('HEAD', get)
  return { byMethod, allow: [...byMethod.keys(), 'OPTIONS'].join(', ') }
}
