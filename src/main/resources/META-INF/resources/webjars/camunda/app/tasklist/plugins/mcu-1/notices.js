import { api, choices, Problem } from './http.js';
import { freshId, h } from './dom.js';

const PAGE = '/api/notices/me';

/** Everybody's own page: what to be told of, where, and when to be left alone. */
export class McuNotices extends HTMLElement {
  connectedCallback() {
    this.messages = h('div', { 'aria-live': 'polite' });
    this.body = h('div');
    this.replaceChildren(h('div', { class: 'mcu-page' },
      h('p', null, h('a', { href: '#/' }, '← К задачам')),
      h('h2', null, 'Уведомления'),
      h('p', { class: 'text-muted' }, 'О чём, куда и когда вам сообщать. Выбор действует только для вас.'),
      this.messages, this.body));
    this.guarded(async () => {
      const [view] = await Promise.all([api('GET', PAGE), choices()]);
      this.show(view);
    });
  }

  show(view) {
    this.view = view;
    const reachable = view.routes.filter((it) => it.open && it.linked);
    this.body.replaceChildren(
      h('h3', null, 'Куда'),
      h('ul', { class: 'list-unstyled' }, view.routes.map((it) => h('li', { class: 'mcu-route' }, this.route(it)))),
      reachable.length ? this.form(view, reachable)
        : h('p', null, 'Пока сообщать некуда: попросите администратора записать ваш адрес почты или привяжите мессенджер.'));
  }

  route(route) {
    const parts = [h('strong', null, route.title), ': '];
    if (!route.open) return [...parts, 'не подключено в этой системе'];
    if (route.code === 'mail') return [...parts, route.account || 'адреса нет: его записывает администратор'];
    if (route.linked) return [...parts, 'привязан ', this.small('Отвязать', () => this.unlink(route))];
    return [...parts, 'не привязан ', this.small('Привязать', () => this.link(route)), h('div', { dataset: { code: route.code } })];
  }

  small(label, action) {
    return h('button', { type: 'button', class: 'btn btn-default btn-sm', on: { click: action } }, label);
  }

  link(route) {
    return this.guarded(async () => {
      const { code } = await api('POST', `${PAGE}/links/${route.code}`);
      this.body.querySelector(`[data-code="${route.code}"]`).replaceChildren(h('p', { class: 'mcu-panel' },
        `Отправьте боту города в приложении «${route.title}» сообщение: `, h('code', null, `/start ${code}`),
        '. Код действует 10 минут. Потом ', this.small('проверить', () => this.guarded(async () => this.show(await api('GET', PAGE)))), '.'));
    });
  }

  unlink(route) {
    return this.guarded(async () => {
      await api('DELETE', `${PAGE}/links/${route.code}`);
      this.show(await api('GET', PAGE));
    });
  }

  form(view, reachable) {
    const refused = new Set(view.refused.map((it) => `${it.kind} ${it.route}`));
    const box = (kind, route) => h('input', {
      type: 'checkbox', checked: !refused.has(`${kind.code} ${route.code}`), value: `${kind.code} ${route.code}`,
      'aria-label': `${kind.title}: ${route.title}`
    });
    this.boxes = h('table', { class: 'table table-condensed' },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Событие'), reachable.map((it) => h('th', { scope: 'col' }, it.title)))),
      h('tbody', null, view.kinds.map((kind) => h('tr', null, h('th', { scope: 'row' }, kind.title),
        reachable.map((route) => h('td', null, box(kind, route)))))));
    const [fromId, toId, restId] = ['from', 'to', 'rest'].map(freshId);
    this.from = h('input', { type: 'time', id: fromId, class: 'form-control', value: view.quietFrom, required: true });
    this.to = h('input', { type: 'time', id: toId, class: 'form-control', value: view.quietTo, required: true });
    this.rest = h('input', { type: 'checkbox', id: restId, checked: view.restDays });
    this.send = h('button', { type: 'submit', class: 'btn btn-primary' }, 'Сохранить');
    return h('form', { novalidate: true, on: { submit: (event) => {
      event.preventDefault();
      this.save();
    } } },
    h('h3', null, 'О чём'), h('div', { class: 'mcu-scroll' }, this.boxes),
    h('h3', null, 'Когда не беспокоить'),
    h('div', { class: 'form-group' }, h('label', { for: fromId }, 'С'), this.from),
    h('div', { class: 'form-group' }, h('label', { for: toId }, 'До'), this.to),
    h('p', { class: 'help-block' }, 'То, что случится в это время, придёт сразу после него. Одинаковое время – без тихих часов.'),
    h('div', { class: 'checkbox' }, h('label', { for: restId }, this.rest, 'Не беспокоить в выходные и праздники')),
    this.send);
  }

  save() {
    return this.guarded(async () => {
      const hidden = this.view.refused.filter(({ kind, route }) => !this.boxes.querySelector(`[value="${kind} ${route}"]`));
      const refused = [...this.boxes.querySelectorAll('input:not(:checked)')].map((it) => {
        const [kind, route] = it.value.split(' ');
        return { kind, route };
      });
      this.view = await api('PUT', PAGE, {
        refused: [...hidden, ...refused], quietFrom: this.from.value, quietTo: this.to.value, restDays: this.rest.checked
      });
      this.messages.replaceChildren(h('p', { class: 'alert alert-success', role: 'status' }, 'Сохранено.'));
    });
  }

  async guarded(action) {
    this.messages.replaceChildren();
    if (this.send) this.send.disabled = true;
    try {
      await action();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.messages.replaceChildren(h('div', { class: 'alert alert-danger', role: 'alert' }, h('strong', null, problem.title),
        problem.errors.length ? problem.errors.map(({ message }) => h('div', null, message)) : h('div', null, problem.detail)));
    }
    if (this.send) this.send.disabled = false;
  }
}
