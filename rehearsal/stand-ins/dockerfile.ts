/**
 * The images that a Dockerfile builds on, each once, in the order they appear: those of FROM and of COPY --from.
 * Its own stages and `scratch` are none; `ARG` defaults before the first FROM are filled in.
 */
export function baseImages(dockerfile: string): string[] {
  const args = new Map<string, string>()
  const stages = new Set<string>(['scratch'])
  const images = new Set<string>()
  let stageCount = 0
  for (const [word = '', ...rest] of instructions(dockerfile)) {
    const operands = rest.filter(operand => !operand.startsWith('--'))
    const instruction = word.toUpperCase()
    if (instruction === 'ARG' && stageCount === 0) {
      const [name = '', value] = (operands[0] ?? '').split(/=(.*)/s)
      if (value !== undefined) args.set(name, value.replace(/^(["'])(.*)\1$/, '$2'))
    }
    if (instruction === 'FROM') {
      const image = fillIn(operands[0] ?? '', args)
      if (!stages.has(image.toLowerCase())) images.add(image)
      if (operands[1]?.toUpperCase() === 'AS' && operands[2]) stages.add(operands[2].toLowerCase())
      stages.add(String(stageCount++))
    }
    if (instruction === 'COPY') {
      const from = rest.find(operand => operand.startsWith('--from='))?.slice('--from='.length)
      if (from !== undefined && !stages.has(from.toLowerCase())) images.add(from)
    }
  }
  return [...images]
}

function instructions(dockerfile: string): string[][] {
  return dockerfile
    .replace(/^\s*#.*\n?/gm, '')
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map(line => line.trim().split(/\s+/))
    .filter(words => words[0] !== '')
}

function fillIn(text: string, args: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (_whole, braced?: string, fallback?: string, plain?: string) =>
      args.get(braced ?? plain ?? '') ?? fallback ?? '',
  )
}
