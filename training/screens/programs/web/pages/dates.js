// Dates: as people write them, made into what the date fields of browsers take.
export function iso(text) {
  let found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (found) return text
  found = /^(\d+)\.(\d+)\.(\d{4})$/.exec(text) || /^(\d+)\/(\d+)\/(\d{4})$/.exec(text)
  if (!found) return ''
  const [, day, month, year] = found
  return `${year}-${String(Math.min(12, +month)).padStart(2, '0')}-${String(Math.min(28, +day)).padStart(2, '0')}`
}
