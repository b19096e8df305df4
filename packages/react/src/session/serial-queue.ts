/** Runs tasks one after another, first in first out. A failed task does not stop the next. */
export interface SerialQueue {
  run<T>(task: () => Promise<T>): Promise<T>
}

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return {
    run(task) {
      // An idle queue starts at once: the join click must not lose a tick.
      const result = waiting === 0 ? task() : last.then(task, task)
      waiting += 1
      const done = () => {
        waiting -= 1
      }
      last = result.then(done, done)
      return result
    },
  }
}
