/**
 * Figures typed on a phone: the sums are checked at once, what is typed is kept on the device, and without a network it is
 * sent once there is one. The revision travels along, so that sending twice is once and a change by somebody else is seen.
 */

interface Check {
  what: string
  sides: number[][]
  equal: boolean
}

/** Characters kept at most. */
const draftMax = 20_000

class ReturnEntry extends HTMLElement {
  #note: HTMLElement | null = null
  #timer = 0

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.#offer(form)
    form.addEventListener('input', () => {
      this.#check(form)
      this.#keep(form)
    })
    form.addEventListener('submit', (event) => {
      if (navigator.onLine) return
      event.preventDefault()
      this.#wait(form)
    })
    this.#check(form)
  }

  disconnectedCallback() {
    this.#stop()
  }

  #key(): string {
    return `return:${this.dataset['draft'] ?? location.pathname}`
  }

  #keep(form: HTMLFormElement) {
    const typed = JSON.stringify(fieldsOf(form).map((field) => [field.name, field.value]))
    if (typed.length <= draftMax) localStorage.setItem(this.#key(), typed)
  }

  /** Drafts of this return at an earlier revision were sent, or somebody else has written since: they go. */
  #sweep() {
    const own = this.#key()
    const stem = own.slice(0, own.lastIndexOf('/') + 1)
    for (const key of Object.keys(localStorage)) if (key.startsWith(stem) && key !== own) localStorage.removeItem(key)
  }

  #offer(form: HTMLFormElement) {
    this.#sweep()
    const kept = localStorage.getItem(this.#key())
    if (!kept) return
    const typed = new Map<string, string>(JSON.parse(kept))
    if (fieldsOf(form).every((field) => (typed.get(field.name) ?? '') === field.value)) return
    // The worker brought the officer back: what was being sent stands in its fields again and waits for the network.
    if (location.hash === '#chua-gui') {
      for (const field of fieldsOf(form)) field.value = typed.get(field.name) ?? field.value
      this.#wait(form)
      return
    }
    const box = this.#say(this.dataset['found'] ?? '')
    box.append(
      ' ',
      button(this.dataset['restore'] ?? '', () => {
        for (const field of fieldsOf(form)) field.value = typed.get(field.name) ?? field.value
        this.#check(form)
        box.hidden = true
      }),
      button(this.dataset['discard'] ?? '', () => {
        localStorage.removeItem(this.#key())
        box.hidden = true
      }),
    )
  }

  #say(text: string): HTMLElement {
    this.#note ??= document.createElement('div')
    this.#note.className = 'gd-draft'
    this.#note.setAttribute('role', 'status')
    this.#note.textContent = text
    this.#note.hidden = false
    this.prepend(this.#note)
    return this.#note
  }

  #stop() {
    removeEventListener('online', this.#online)
    clearTimeout(this.#timer)
  }

  #online = () => {
    this.#stop()
    const form = this.querySelector('form')
    if (!form) return
    this.#say(this.dataset['sending'] ?? '')
    form.requestSubmit()
  }

  #wait(form: HTMLFormElement) {
    this.#keep(form)
    this.#say(this.dataset['offline'] ?? '').scrollIntoView({ block: 'center' })
    this.#stop()
    addEventListener('online', this.#online)
    this.#timer = window.setTimeout(() => this.#try(2000), 2000)
  }

  /** A browser often believes in a network that leads nowhere: the server itself is asked, less and less often. */
  async #try(waited_ms: number) {
    const answer = await fetch('/health', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
    if (answer?.ok) return this.#online()
    const wait_ms = Math.min(waited_ms * 2, 60_000)
    this.#timer = window.setTimeout(() => this.#try(wait_ms), wait_ms)
  }

  #check(form: HTMLFormElement) {
    const checks: Check[] = JSON.parse(this.dataset['checks'] ?? '[]')
    const figures = new Map(fieldsOf(form).map((field) => [Number(field.name.slice(1)), read(field.value)]))
    for (const { what, sides, equal } of checks) {
      const line = form.querySelector<HTMLElement>(`[data-check="${what}"]`)
      if (!line) continue
      const sums = sides.map((side) => side.map((no) => figures.get(no) ?? null).reduce(sum, 0))
      const known = sums.filter((one) => one !== null)
      const waiting = known.length < sums.length
      const holds = known.every((one, at) => at === 0 || (equal ? one === known[0] : (known[at - 1] ?? 0) <= one))
      const word = waiting ? this.dataset['waiting'] : holds ? this.dataset['ok'] : this.dataset['wrong']
      line.textContent = `${waiting ? '○' : holds ? '✓' : '▲'} ${what}: ${word ?? ''}`
    }
  }
}

const sum = (total: number | null, figure: number | null) => (total === null || figure === null ? null : total + figure)

/** As the server reads a figure; null where it is none yet. */
function read(typed: string): number | null {
  const text = typed.trim()
  const plain = /^\d{1,3}([. ]\d{3})+$/.test(text) ? text.replace(/[. ]/g, '') : text
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null
}

function fieldsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name^="c"]')]
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = text
  made.addEventListener('click', onClick)
  return made
}

customElements.define('return-entry', ReturnEntry)
