/** Draws a slide with a growing chart and a mark in each corner. */
export function paintScreen(context: CanvasRenderingContext2D, seconds: number): void {
  const { width, height } = context.canvas
  context.fillStyle = '#f7f7f4'
  context.fillRect(0, 0, width, height)

  context.fillStyle = '#1f2a37'
  context.font = '600 56px sans-serif'
  context.fillText('Plan for the first quarter', 96, 150)
  context.font = '400 28px sans-serif'
  context.fillStyle = '#596473'
  context.fillText('Visits per week, before and after the change', 96, 206)

  const bars = 9
  for (let bar = 0; bar < bars; bar += 1) {
    const wobble = Math.sin(seconds * 1.2 + bar) * 12
    const tall = 120 + bar * 36 + wobble
    context.fillStyle = bar < 4 ? '#b9c4d0' : '#3b6fd8'
    context.beginPath()
    context.roundRect(110 + bar * 120, height - 110 - tall, 76, tall, 8)
    context.fill()
  }
  context.fillStyle = '#1f2a37'
  context.fillRect(96, height - 110, width - 192, 4)

  context.fillStyle = '#d8483b'
  for (const [x, y] of [
    [0, 0],
    [width - 24, 0],
    [0, height - 24],
    [width - 24, height - 24],
  ] as const) {
    context.fillRect(x, y, 24, 24)
  }
}
