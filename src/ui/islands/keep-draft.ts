/** What is typed into a form of the desk stays in this browser tab until it is sent. */

/** Characters kept at most; more would fill the browser's store. */
const draftMax = 100_000

class KeepDraft extends HTMLElement {
  #sent = false
  #changed = false
  #timer = 0

  connectedCallback() {
    const form = this.querySelector('form')
    if (!form) return
    this.#offer(form)
    form.addEventListener('input', () => {
      this.#changed = true
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => this.#keep(form), 400)
    })
    form.addEventListener('submit', () => {
      // Kept until the next page shows that the form was taken: a 422 shows this same form again, filled.
      this.#sent = true
      sessionStorage.setItem(`${this.#key()}:sent`, '1')
    })
    addEventListener('beforeunload', this.#guard)
  }

  disconnectedCallback() {
    removeEventListener('beforeunload', this.#guard)
  }

  #guard = (event: BeforeUnloadEvent) => {
    if (this.#changed && !this.#sent) event.preventDefault()
  }

  #key(): string {
    return `draft:${this.dataset['draft'] ?? location.pathname}`
  }

  #keep(form: HTMLFormElement) {
    const typed = [...fields(form)]
      .map((field) => [field.name, field.value] as const)
      .filter(([, value]) => value !== '')
    const draft = JSON.stringify(typed)
    if (draft.length <= draftMax) sessionStorage.setItem(this.#key(), draft)
  }

  #offer(form: HTMLFormElement) {
    const sent = sessionStorage.getItem(`${this.#key()}:sent`)
    sessionStorage.removeItem(`${this.#key()}:sent`)
    if (sent) {
      sessionStorage.removeItem(this.#key())
      return
    }
    const draft = sessionStorage.getItem(this.#key())
    const filled = [...fields(form)].some((field) => field.value !== field.defaultValue)
    if (!draft || filled) return
    const box = document.createElement('div')
    box.className = 'gd-draft'
    box.append(this.dataset['found'] ?? '', ' ')
    box.append(
      button(this.dataset['restore'] ?? '', () => {
        restore(form, draft)
        box.remove()
      }),
      button(this.dataset['discard'] ?? '', () => {
        sessionStorage.removeItem(this.#key())
        box.remove()
      }),
    )
    this.prepend(box)
  }
}

type TextField = HTMLInputElement | HTMLTextAreaElement

function fields(form: HTMLFormElement): TextField[] {
  return [
    ...form.querySelectorAll<TextField>(
      'textarea, input:not([type=hidden]):not([type=password]):not([type=file]):not([type=radio]):not([type=checkbox])',
    ),
  ]
}

function restore(form: HTMLFormElement, draft: string) {
  const typed = new Map<string, string>(JSON.parse(draft))
  for (const field of fields(form)) field.value = typed.get(field.name) ?? field.value
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'govuk-button govuk-button--secondary'
  made.textContent = text
  made.addEventListener('click', onClick)
  return made
}

customElements.define('keep-draft', KeepDraft)
