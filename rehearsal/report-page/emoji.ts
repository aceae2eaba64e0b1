// Of GitHub's shortcodes those that reports of tools like ours use; others are shown as they are written.
const EMOJIS: Readonly<Record<string, string>> = {
  arrow_down: '⬇️',
  arrow_up: '⬆️',
  arrows_counterclockwise: '🔄',
  bell: '🔔',
  boom: '💥',
  bulb: '💡',
  chart_with_downwards_trend: '📉',
  chart_with_upwards_trend: '📈',
  construction: '🚧',
  exclamation: '❗',
  green_circle: '🟢',
  heavy_check_mark: '✔️',
  heavy_minus_sign: '➖',
  heavy_plus_sign: '➕',
  hourglass: '⌛',
  information_source: 'ℹ️',
  lock: '🔒',
  moneybag: '💰',
  no_entry: '⛔',
  orange_circle: '🟠',
  question: '❓',
  recycle: '♻️',
  red_circle: '🔴',
  rocket: '🚀',
  rotating_light: '🚨',
  tada: '🎉',
  wastebasket: '🗑️',
  warning: '⚠️',
  white_check_mark: '✅',
  x: '❌',
  yellow_circle: '🟡',
}

/** Text with shortcodes such as `:warning:` as the signs they stand for. */
export function emojis(text: string): string {
  return text.replace(/:([a-z\d_+-]+):/g, (code, name: string) => EMOJIS[name] ?? code)
}
