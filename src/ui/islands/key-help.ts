/** `?` shows the keys, `/` goes to the search. */
import { isTyping } from './list-keys.ts'

class KeyHelp extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.#onKey)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey)
  }

  #onKey = (event: KeyboardEvent) => {
    if (isTyping(event)) return
    const dialog = this.querySelector('dialog')
    if (event.key === '?' && dialog) {
      if (!dialog.open) dialog.showModal()
    } else if (event.key === '/' && !dialog?.open) {
      document.querySelector<HTMLInputElement>('[data-search]')?.select()
    } else return
    event.preventDefault()
  }
}

customElements.define('key-help', KeyHelp)
