/** How a page of the printed law book is written: titles, tables, days, marks. */

const printed = '<!-- In từ src/law bằng `tools/book.ts`; không sửa tay. -->'

/** A page of the book; empty parts are left out. */
export function page(title: string, parts: readonly string[]): string {
  return `${[printed, `# ${title}`, ...parts.filter(Boolean)].join('\n\n')}\n`
}

/** A table of cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A name as the program has it. */
export function code(text: string): string {
  return `\`${text}\``
}

/** Set behind what is to be checked. */
export function mark(unverified: string | undefined): string {
  return unverified ? ' †' : ''
}

/** 2026-07-01 → 01/07/2026 */
export function vi(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** 2026-07-01 → 01/07 */
export function short(day: string): string {
  return vi(day).slice(0, 5)
}
