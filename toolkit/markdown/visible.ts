// Bidirectional controls, zero-width and other characters that show nothing, or a space that is none.
const UNSEEN =
  /(?![\n\t])\p{Cc}|[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/gu
const ORDINARY = /^[\n\t -~]*$/
// What starts an HTML comment, and what the runner takes for a workflow command where the text reaches a log.
const COMMAND = /<(?=!--)|^(\s*):(?=:)|#(?=#\[)/gm

/**
 * Text in which every character can be seen: those that show nothing, look like a space or turn the direction of
 * writing (CVE-2021-42574) become `\u{202e}`; line breaks and tabs stay. Nothing in it starts an HTML comment or a
 * workflow command.
 */
export function visible(text: string): string {
  const seen = ORDINARY.test(text) ? text : text.replace(UNSEEN, escaped)
  return /<!--|::|##\[/.test(seen)
    ? seen.replace(COMMAND, one => one.slice(0, -1) + escaped(one.slice(-1)))
    : seen
}

/** `visible` on one line: line breaks and tabs are shown as `\n` and `\t`. */
export function visibleLine(text: string): string {
  const line = visible(text)
  return /[\n\t]/.test(line) ? line.replaceAll('\n', '\\n').replaceAll('\t', '\\t') : line
}

/** `visibleLine` with all that is not ASCII escaped, to tell look-alikes apart. */
export function visibleAscii(text: string): string {
  return visibleLine(text).replace(/[^ -~]/gu, escaped)
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`
}
