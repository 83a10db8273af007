import { api, Problem } from './http.js';
import { button, freshId, h } from './dom.js';
import { fillTemplate, isUnchanged } from './words.js';

const CALM_MS = 400;

/**
 * The answer's text with what the standard says about it while it is typed. Attributes: label, rows. Properties: value,
 * context (what POST /api/answers/check takes besides the text), values (for placeholders), topic, disabled. Tells
 * «mcu-change» with the text and «mcu-findings» with the findings.
 */
export class McuDraftEditor extends HTMLElement {
  connectedCallback() {
    if (this.field) return;
    const id = freshId('draft');
    this.field = h('textarea', { id, class: 'form-control mcu-draft', rows: this.getAttribute('rows') || 10,
      name: this.getAttribute('field'), 'aria-describedby': `${id}-count`, on: { input: () => this.typed() } });
    this.counter = h('div', { id: `${id}-count`, class: 'mcu-counter', role: 'status' });
    this.list = h('ul', { class: 'mcu-findings', 'aria-live': 'polite', 'aria-label': 'Замечания к тексту' });
    this.templates = h('details', { class: 'mcu-templates', hidden: true }, h('summary', null, 'Шаблоны ответов'));
    this.append(h('label', { for: id }, this.getAttribute('label') || 'Ответ'), this.templates, this.field, this.counter, this.list);
    this.field.value = this.pending || '';
    this.field.disabled = this.off || false;
    if (this.theme) this.topic = this.theme;
    this.resize();
    this.check();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  get value() {
    return this.field ? this.field.value : this.pending || '';
  }

  set value(text) {
    this.pending = text || '';
    if (!this.field || this.field.value === this.pending) return;
    this.field.value = this.pending;
    this.resize();
    this.check();
  }

  set disabled(off) {
    this.off = off;
    if (this.field) this.field.disabled = off;
    this.classList.toggle('mcu-off', off);
  }

  set context(context) {
    const before = JSON.stringify(this.known);
    this.known = context;
    if (!this.field || before === JSON.stringify(context)) return;
    this.later();
    if (this.found) this.offer(this.found);
  }

  set topic(group) {
    this.theme = group;
    if (!this.field || this.offered === group) return;
    this.offered = group;
    api('GET', `/api/answers/templates?topic=${encodeURIComponent(group || 'Общие')}`)
      .then((found) => this.offer((this.found = found)))
      .catch((problem) => this.silent(problem));
  }

  /** Only templates of the kind of text that is being written. */
  offer(found) {
    const fitting = found.filter((it) => it.kind === (this.known?.kind || 'ANSWER'));
    this.templates.hidden = !fitting.length;
    this.templates.replaceChildren(this.templates.firstElementChild, h('ul', null, fitting.map((it) =>
      h('li', null, button(it.title, () => this.insert(fillTemplate(it.text, this.values || {})), 'btn-link')))));
  }

  insert(text) {
    this.templates.open = false;
    const before = this.field.value.trimEnd();
    const joined = before ? `\n\n${text}` : text;
    this.put(before.length, this.field.value.length, joined);
    const gap = /\{\{[^{}]+}}/.exec(joined);
    if (gap) this.select(before.length + gap.index, before.length + gap.index + gap[0].length);
  }

  /** Through the browser's own editing where it can, so that Ctrl+Z takes it back. */
  put(from, to, text) {
    this.select(from, to);
    if (!document.execCommand('insertText', false, text)) {
      this.field.setRangeText(text, from, to, 'end');
      this.typed();
    }
  }

  typed() {
    this.resize();
    this.dispatchEvent(new CustomEvent('mcu-change', { bubbles: true, detail: { value: this.field.value } }));
    this.later();
  }

  resize() {
    this.field.style.height = 'auto';
    const height = this.field.scrollHeight;
    if (height) this.field.style.height = `${Math.min(height + 4, 900)}px`;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), CALM_MS);
  }

  async check() {
    const text = this.field.value;
    if (!text.trim()) {
      this.counter.textContent = '';
      this.show([], text);
      return;
    }
    const turn = (this.turn = (this.turn || 0) + 1);
    try {
      const { findings, counters } = await api('POST', '/api/answers/check', { ...this.known, text });
      if (turn !== this.turn) return; // a newer check is under way
      this.count(counters);
      this.show(findings, text);
    } catch (problem) {
      this.silent(problem);
    }
  }

  /** The check is a help: without it the text can still be written and is checked when it is handed in. */
  silent(problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (this.counter) this.counter.textContent = 'Проверка текста сейчас недоступна: текст проверится при отправке.';
  }

  count({ length, recommended, hard }) {
    const limit = hard && length > hard ? 'mcu-over' : recommended && length > recommended ? 'mcu-near' : '';
    this.counter.className = `mcu-counter ${limit}`;
    this.counter.textContent = [`Знаков: ${length.toLocaleString('ru-RU')}`,
      recommended && `советуем до ${recommended.toLocaleString('ru-RU')}`,
      hard && `предел канала ${hard.toLocaleString('ru-RU')}`].filter(Boolean).join(', ');
  }

  show(findings, text) {
    this.list.replaceChildren(...findings.map((it) => this.finding(it, text)));
    this.dispatchEvent(new CustomEvent('mcu-findings', { bubbles: true, detail: { findings } }));
  }

  finding(it, text) {
    const blocks = it.severity === 'BLOCK';
    const place = text.slice(it.from, it.to);
    const go = button(it.message, () => this.select(it.from, it.to), 'btn-link mcu-finding-text');
    const fix = it.hint && it.to > it.from && button(it.ruleId === 'personal-data' ? 'Замаскировать' : `Заменить на «${it.hint}»`, () => {
      if (isUnchanged(this.field.value, it, text)) this.put(it.from, it.to, it.hint);
      this.check();
    });
    return h('li', { class: blocks ? 'mcu-block' : 'mcu-warn' },
      h('span', { class: 'mcu-badge' }, blocks ? 'нельзя' : 'совет'),
      go,
      place && h('q', null, place.length > 80 ? `${place.slice(0, 80)}…` : place),
      it.hint && it.to === it.from && h('span', null, ` Например: ${it.hint}`),
      it.source && h('span', { class: 'text-muted mcu-source' }, it.source),
      fix);
  }

  select(from, to) {
    this.field.focus();
    this.field.setSelectionRange(from, to);
  }
}
