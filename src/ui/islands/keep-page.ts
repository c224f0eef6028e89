/** A page that an officer may open again without a network: the worker keeps it, and the page says so. */

class KeepPage extends HTMLElement {
  async connectedCallback() {
    if (!('serviceWorker' in navigator)) return
    await navigator.serviceWorker.register('/ngoai-mang.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep: location.href.split('#')[0] })
    this.hidden = false
  }
}

customElements.define('keep-page', KeepPage)
