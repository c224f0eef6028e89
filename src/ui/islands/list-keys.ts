/** A list walked by keyboard: j k move, Enter opens, x selects, / searches. */

/** Is the person typing? Then single letters belong to the field. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const target = event.target
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  )
}

class ListKeys extends HTMLElement {
  #at = -1

  connectedCallback() {
    document.addEventListener('keydown', this.#onKey)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey)
  }

  #onKey = (event: KeyboardEvent) => {
    if (isTyping(event) || document.querySelector('dialog[open]')) return
    if (event.key === 'j') this.#move(1)
    else if (event.key === 'k') this.#move(-1)
    else if (event.key === 'x') this.#select()
    else if (event.key === 'Enter' && !(event.target as Element | null)?.closest('a, button, summary, input'))
      this.#open()
    else return
    event.preventDefault()
  }

  #rows(): HTMLTableRowElement[] {
    return [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  }

  #move(step: number) {
    const rows = this.#rows()
    if (rows.length === 0) return
    rows[this.#at]?.removeAttribute('aria-current')
    this.#at = Math.max(0, Math.min(rows.length - 1, this.#at + step))
    const row = rows[this.#at]
    row?.setAttribute('aria-current', 'true')
    if (row) focus(row)
    row?.scrollIntoView({ block: 'nearest' })
  }

  #select() {
    const row = this.#rows()[this.#at]
    const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]')
    if (!row || !box) return
    box.checked = !box.checked
    box.dispatchEvent(new Event('change', { bubbles: true }))
    row.toggleAttribute('data-selected', box.checked)
  }

  #open() {
    const href = this.#rows()[this.#at]?.dataset['href']
    if (href) location.assign(href)
  }
}

/** The link that the row is about gets the focus, so that Enter and a screen reader agree; otherwise the row itself. */
function focus(row: HTMLTableRowElement) {
  const link = row.querySelector<HTMLElement>('th[scope=row] a[href]')
  if (!link) row.tabIndex = -1
  const target = link ?? row
  target.focus({ preventScroll: true })
}

customElements.define('list-keys', ListKeys)
