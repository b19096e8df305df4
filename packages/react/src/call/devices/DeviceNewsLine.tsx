'use client'
import type { DeviceNews } from '../../media/devices-state.ts'
import type { MediaProblem } from '../../media/media-problem.ts'
import { describeDeviceProblem } from '../notices/describe-device-problem.ts'
import { describeDeviceNews } from './describe-device-news.ts'
import { useDeviceProblemWords } from './useDeviceProblemWords.ts'
import { useLobbyWords } from './useLobbyWords.ts'

/** What happened to the devices by itself, or why the last choice did not work. Read out politely. */
export function DeviceNewsLine(props: { news: DeviceNews | null; problem: MediaProblem | null }) {
  const { news, problem } = props
  const words = useLobbyWords()
  const problemWords = useDeviceProblemWords()
  const text = problem
    ? problem.kind === 'background'
      ? words.backgroundRefused
      : describeDeviceProblem(problem, problemWords)
    : news && describeDeviceNews(news, words)
  return (
    <div role="status" data-meetings-part="device-news" data-tone={problem ? 'warning' : 'info'}>
      {text}
    </div>
  )
}
