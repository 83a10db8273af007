import { api, choices, Problem } from './http.js';
import { button, freshId, h } from './dom.js';

const FOLLOW_UPS = [
  ['added', 'Автор дополнил'],
  ['reply', 'Автор ответил на вопрос'],
  ['edited', 'Автор изменил текст'],
  ['deleted', 'Автор удалил сообщение']
];

/** What may be done with a message at any time, by those who may; tells «mcu-changed» when something was done. */
export class McuCardActions extends HTMLElement {
  set card(card) {
    this.message = card;
    this.replaceChildren();
    const can = card.can || {};
    const buttons = [
      can.followUp && this.opener('Автор дополнил, ответил или удалил', () => this.followUp()),
      can.priority && this.opener('Изменить приоритет', () => this.priority()),
      can.takeOver && this.opener('Забрать себе', () => this.reasoned('take-over', 'Забрать задачу себе', 'Почему забираете')),
      can.cancel && this.opener('Отменить сообщение', () => this.reasoned('cancel', 'Отменить сообщение', 'Почему отменяете'))
    ].filter(Boolean);
    if (!buttons.length) return;
    this.place = h('div', { class: 'mcu-action-form' });
    this.append(h('div', { class: 'mcu-buttons' }, buttons), this.place);
  }

  opener(label, fields) {
    const opener = button(label, () => {
      const opened = opener.getAttribute('aria-expanded') === 'true';
      this.querySelectorAll('[aria-expanded]').forEach((it) => it.setAttribute('aria-expanded', 'false'));
      this.place.replaceChildren();
      if (opened) return;
      opener.setAttribute('aria-expanded', 'true');
      this.opened = opener;
      this.place.append(fields());
      this.place.querySelector('select, textarea').focus();
    });
    opener.setAttribute('aria-expanded', 'false');
    return opener;
  }

  reasoned(action, label, question) {
    const reason = area(question);
    return this.panel(label, [reason], () => this.send(action, { reason: reason.value() }));
  }

  priority() {
    const chosen = list('Новый приоритет', [], this.message.priority);
    const reason = area('Почему меняете');
    choices()
      .then(({ priorities }) => chosen.fill(priorities.map((it) => [it.code, it.title])))
      .catch((problem) => this.tell(problem));
    return this.panel('Изменить приоритет', [chosen, reason], () =>
      this.send('priority', { priority: chosen.value(), reason: reason.value() })
    );
  }

  followUp() {
    const kind = list('Что произошло', FOLLOW_UPS, 'added');
    const text = area('Что написал автор (если удалил — оставьте пустым)');
    return this.panel('Записать', [kind, text], () => this.send('follow-ups', { kind: kind.value(), text: text.value() }));
  }

  panel(label, fields, submit) {
    const send = button(label, async () => {
      send.disabled = true;
      await submit();
      send.disabled = false;
    }, 'btn-primary');
    const cancel = button('Не надо', () => {
      this.opened.click();
      this.opened.focus();
    });
    this.problem = h('p', { class: 'mcu-error', role: 'alert' });
    return h('div', { class: 'mcu-panel' }, fields.map((it) => it.element), this.problem, h('div', { class: 'mcu-buttons' }, send, cancel));
  }

  async send(action, body) {
    if ('reason' in body && !body.reason.trim()) {
      this.problem.textContent = 'Укажите причину: она останется в истории.';
      this.place.querySelector('textarea').focus();
      return;
    }
    try {
      await api('POST', `/api/messages/${this.message.id}/${action}`, body);
      this.dispatchEvent(new CustomEvent('mcu-changed', { bubbles: true, detail: { action } }));
    } catch (problem) {
      this.tell(problem);
    }
  }

  tell(problem) {
    if (!(problem instanceof Problem)) throw problem;
    this.problem.textContent = problem.errors[0]?.message || problem.detail;
  }
}

function area(label) {
  const id = freshId('area');
  const field = h('textarea', { id, class: 'form-control mcu-short', rows: 3 });
  return { element: h('div', { class: 'form-group' }, h('label', { for: id }, label), field), value: () => field.value };
}

function list(label, options, selected) {
  const id = freshId('list');
  const field = h('select', { id, class: 'form-control' });
  const fill = (pairs) =>
    field.replaceChildren(...pairs.map(([code, title]) => h('option', { value: code, selected: code === selected }, title)));
  fill(options);
  return { element: h('div', { class: 'form-group' }, h('label', { for: id }, label), field), value: () => field.value, fill };
}
