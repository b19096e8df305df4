import { useStageWords } from '../stage/useStageWords.ts'

/** From here on a connection is good enough not to be mentioned. */
const GOOD = 4
const BARS = [1, 2, 3, 4, 5]

/** One to five bars, only while a connection is worse than good. */
export function NetworkSign({ quality }: { quality: number | null }) {
  const words = useStageWords()
  if (quality === null || quality >= GOOD) return null
  return (
    <svg
      role="img"
      aria-label={quality < 2 ? words.connectionBad : words.connectionWeak}
      viewBox="0 0 20 16"
      data-meetings-part="network-sign"
      data-quality={quality}
    >
      {BARS.map((bar) => (
        <rect
          key={bar}
          x={(bar - 1) * 4}
          y={15 - bar * 2.8}
          width={2.8}
          height={bar * 2.8}
          rx={0.8}
          fill="currentColor"
          opacity={bar <= Math.max(1, quality) ? 1 : 0.35}
        />
      ))}
    </svg>
  )
}
