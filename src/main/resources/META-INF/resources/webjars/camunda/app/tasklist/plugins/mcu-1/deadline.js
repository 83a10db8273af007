import { h } from './dom.js';
import { moment, timeLeft, urgency } from './words.js';

/** Time left in words and colour; why the deadline is such, on request. Attributes: at, provisional. Property: why. */
export class McuDeadline extends HTMLElement {
  static observedAttributes = ['at', 'provisional'];

  set why(lines) {
    this.lines = lines || [];
    this.draw();
  }

  connectedCallback() {
    this.draw();
    this.timer = setInterval(() => this.draw(), 60000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.draw();
  }

  draw() {
    const at = this.getAttribute('at');
    if (!at || !this.isConnected) return;
    const open = this.querySelector('details')?.open;
    const badge = h('span', { class: `mcu-badge mcu-${urgency(at)}` }, timeLeft(at));
    const text = h('span', { class: 'mcu-deadline-at' }, ` до ${moment(at)}`);
    const doubt = this.hasAttribute('provisional') && h('span', { class: 'text-muted' }, ' (предварительно)');
    this.replaceChildren(badge, text);
    if (doubt) this.append(doubt);
    if (this.lines?.length) {
      this.append(
        h('details', { class: 'mcu-why', open }, h('summary', null, 'почему такой срок'), this.lines.map((line) => h('div', null, line)))
      );
    }
  }
}
