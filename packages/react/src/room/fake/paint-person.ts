const SKIN = ['#f2c9a5', '#e0a981', '#c4875c', '#9a623c', '#6f4529']
const HAIR = ['#2a1d17', '#4a2f20', '#7a4b28', '#b98b4e', '#8f8a86']

/** Draws somebody sitting in a room, breathing and nodding a little. The same seed looks the same. */
export function paintPerson(context: CanvasRenderingContext2D, seed: string, seconds: number): void {
  const { width, height } = context.canvas
  const number = numberOf(seed)
  const hue = number % 360
  const skin = SKIN[number % SKIN.length] ?? '#e0a981'
  const hair = HAIR[(number >> 3) % HAIR.length] ?? '#2a1d17'
  const sway = Math.sin(seconds * 0.9 + number) * width * 0.006
  const breath = Math.sin(seconds * 1.6 + number) * height * 0.006
  const x = width / 2 + sway
  const y = height * 0.43 + breath
  const head = height * 0.17

  paintRoom(context, hue, number)

  // Shoulders
  context.fillStyle = `hsl(${(hue + 190) % 360} 34% 42%)`
  context.beginPath()
  context.ellipse(x, height * 1.08 + breath, head * 2.5, height * 0.42, 0, 0, Math.PI * 2)
  context.fill()

  // Hair behind, neck, face, hair in front
  context.fillStyle = hair
  context.beginPath()
  context.ellipse(x, y + head * (number % 2 ? 0.1 : 0.45), head * 1.16, head * 1.36, 0, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = skin
  context.beginPath()
  context.roundRect(x - head * 0.36, y + head * 0.6, head * 0.72, head * 1.1, head * 0.34)
  context.ellipse(x, y, head * 0.9, head * 1.14, 0, 0, Math.PI * 2)
  context.fill()
  context.fillStyle = hair
  context.beginPath()
  context.ellipse(x, y - head * 0.34, head * 0.98, head * 0.92, 0, Math.PI, Math.PI * 2)
  context.fill()

  paintFace(context, x, y, head, seconds + number)
}

function paintRoom(context: CanvasRenderingContext2D, hue: number, number: number): void {
  const { width, height } = context.canvas
  const wall = context.createLinearGradient(0, 0, width, height)
  wall.addColorStop(0, `hsl(${hue} 22% 78%)`)
  wall.addColorStop(1, `hsl(${(hue + 30) % 360} 26% 58%)`)
  context.fillStyle = wall
  context.fillRect(0, 0, width, height)
  // A window on one side, a shelf on the other, so that mirroring shows.
  const side = number % 2 ? 0.06 : 0.72
  context.fillStyle = 'rgb(255 255 255 / 0.35)'
  context.fillRect(width * side, height * 0.1, width * 0.22, height * 0.5)
  context.fillStyle = 'rgb(0 0 0 / 0.12)'
  context.fillRect(width * (0.78 - side), height * 0.34, width * 0.2, height * 0.025)
  for (let book = 0; book < 5; book += 1) {
    context.fillStyle = `hsl(${(hue + book * 50) % 360} 30% 45% / 0.7)`
    context.fillRect(
      width * (0.79 - side + book * 0.028),
      height * (0.2 + (book % 2) * 0.03),
      width * 0.022,
      height * (0.14 - (book % 2) * 0.03),
    )
  }
}

function paintFace(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  head: number,
  seconds: number,
): void {
  const isBlinking = seconds % 4 < 0.15
  context.fillStyle = '#2b211c'
  for (const side of [-1, 1]) {
    context.beginPath()
    context.ellipse(
      x + side * head * 0.34,
      y + head * 0.06,
      head * 0.075,
      isBlinking ? 1 : head * 0.09,
      0,
      0,
      Math.PI * 2,
    )
    context.fill()
  }
  context.strokeStyle = '#7a3b33'
  context.lineWidth = head * 0.07
  context.lineCap = 'round'
  context.beginPath()
  context.arc(x, y + head * 0.36, head * 0.26, Math.PI * 0.15, Math.PI * 0.85)
  context.stroke()
}

function numberOf(seed: string): number {
  let number = 7
  for (const letter of seed) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return number
}
