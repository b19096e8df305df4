/** Begins to watch something; answers how to stop. */
export type Watch = () => () => void

/** One watch for however many want it: begun for the first, stopped with the last. */
export function sharedWatch(begin: Watch): Watch {
  let watchers = 0
  let stop = () => {}
  return () => {
    let isWatching = true
    watchers += 1
    if (watchers === 1) stop = begin()
    return () => {
      if (!isWatching) return
      isWatching = false
      watchers -= 1
      if (watchers === 0) stop()
    }
  }
}
