/** While an officer types, what resembles it appears below: an HTML fragment from the server. */

class LiveMatches extends HTMLElement {
  #timer = 0
  #asked: AbortController | null = null

  connectedCallback() {
    this.closest('form')?.addEventListener('input', this.#onInput)
  }

  disconnectedCallback() {
    this.closest('form')?.removeEventListener('input', this.#onInput)
    this.#asked?.abort()
  }

  #onInput = (event: Event) => {
    const names = (this.dataset['for'] ?? '').split(' ')
    if (!(event.target instanceof HTMLElement) || !names.includes(event.target.getAttribute('name') ?? '')) return
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#ask(names), 400)
  }

  async #ask(names: string[]) {
    const form = this.closest('form')
    const from = this.dataset['from']
    if (!form || !from) return
    this.#asked?.abort()
    const asked = new AbortController()
    this.#asked = asked
    const typed = new FormData(form)
    const body = new URLSearchParams(names.map((name) => [name, String(typed.get(name) ?? '')]))
    if (!this.hasChildNodes()) this.textContent = this.dataset['waiting'] ?? ''
    try {
      const answer = await fetch(from, { method: 'POST', body, signal: asked.signal, redirect: 'error' })
      if (!answer.ok) throw new Error(String(answer.status))
      const fragment = await answer.text()
      if (asked.signal.aborted) return
      // The fragment is made by our own parts, which escape all they show; scripts in it would not run.
      this.innerHTML = fragment.trim() === '' ? '' : fragment
      if (fragment.trim() === '') this.textContent = this.dataset['none'] ?? ''
    } catch {
      if (!asked.signal.aborted) this.textContent = this.dataset['failed'] ?? ''
    }
  }
}

customElements.define('live-matches', LiveMatches)
