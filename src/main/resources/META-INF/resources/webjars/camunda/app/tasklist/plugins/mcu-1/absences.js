import { api, choices, Problem } from './http.js';
import { freshId, h } from './dom.js';
import { midnight, moment } from './words.js';

const PEOPLE = '/camunda/api/engine/engine/default/user?sortBy=lastName&sortOrder=asc&maxResults=1000';
const STATES = { planned: 'предстоит', active: 'идёт', ending: 'заканчивается', finished: 'закончилось', cancelled: 'отменено' };
const FIELDS = ['userId', 'deputyId', 'startsAt', 'endsAt', 'reason'];

/** The page where the head and the administrator register who is away and who stands in. */
export class McuAbsences extends HTMLElement {
  connectedCallback() {
    this.messages = h('div', { 'aria-live': 'polite' });
    this.list = h('div');
    this.replaceChildren(h('div', { class: 'mcu-page' },
      h('p', null, h('a', { href: '#/' }, '← К задачам')),
      h('h2', null, 'Замещения'),
      h('p', { class: 'text-muted' }, 'На время отсутствия задачи и права сотрудника переходят заместителю, потом возвращаются сами.'),
      this.messages, this.form(), h('h3', null, 'Отсутствия'), this.list));
    this.load();
  }

  form() {
    this.fields = {
      userId: h('select', { class: 'form-control' }),
      deputyId: h('select', { class: 'form-control' }),
      startsAt: h('input', { type: 'date', class: 'form-control' }),
      endsAt: h('input', { type: 'date', class: 'form-control' }),
      reason: h('input', { type: 'text', class: 'form-control', maxlength: 500 })
    };
    const labels = ['Кто отсутствует', 'Кто замещает', 'Первый день', 'Последний день', 'Причина (необязательно)'];
    this.send = h('button', { type: 'submit', class: 'btn btn-primary' }, 'Назначить замещение');
    return h('form', { class: 'mcu-panel', novalidate: true, on: { submit: (event) => {
      event.preventDefault();
      this.register();
    } } },
    FIELDS.map((name, index) => {
      const id = freshId(name);
      this.fields[name].id = id;
      return h('div', { class: 'form-group' }, h('label', { for: id }, labels[index]), this.fields[name]);
    }), this.send);
  }

  async load() {
    await this.guarded(async () => {
      const [people] = await Promise.all([api('GET', PEOPLE), choices()]);
      const options = (empty) => [h('option', { value: '' }, empty), ...people.map((it) =>
        h('option', { value: it.id }, `${it.lastName || ''} ${it.firstName || ''}`.trim() || it.id))];
      this.fields.userId.replaceChildren(...options('— выберите —'));
      this.fields.deputyId.replaceChildren(...options('— выберите —'));
      await this.refresh();
    });
  }

  async refresh() {
    const { items } = await api('GET', '/api/absences?size=100');
    this.list.replaceChildren(items.length ? h('div', { class: 'mcu-scroll' }, this.table(items)) : h('p', { class: 'text-muted' }, 'Никто не отсутствует.'));
  }

  table(items) {
    return h('table', { class: 'table table-condensed' },
      h('thead', null, h('tr', null, ['Кто', 'Кто замещает', 'С', 'До', 'Причина', 'Состояние', ''].map((it) => h('th', { scope: 'col' }, it)))),
      h('tbody', null, items.map((it) => h('tr', null,
        [it.userName, it.deputyName, moment(it.startsAt), moment(it.endsAt), it.reason || '', STATES[it.state] || it.state].map((value) => h('td', null, value)),
        h('td', null, ['planned', 'active'].includes(it.state) && this.canceller(it))))));
  }

  /** Two clicks instead of a question in a dialog. */
  canceller(it) {
    const button = h('button', { type: 'button', class: 'btn btn-default btn-sm', on: { click: () => {
      if (button.dataset.sure) {
        this.guarded(async () => {
          await api('DELETE', `/api/absences/${it.id}`);
          await this.refresh();
        });
        return;
      }
      button.dataset.sure = 'yes';
      button.textContent = it.state === 'active' ? 'Точно прекратить?' : 'Точно отменить?';
    } } }, it.state === 'active' ? 'Прекратить' : 'Отменить');
    return button;
  }

  async register() {
    const { userId, deputyId, startsAt, endsAt, reason } = this.fields;
    await this.guarded(async () => {
      await api('POST', '/api/absences', {
        userId: userId.value,
        deputyId: deputyId.value,
        startsAt: startsAt.value ? midnight(startsAt.value) : null,
        endsAt: endsAt.value ? midnight(endsAt.value, 1) : null,
        reason: reason.value || null
      });
      [userId, deputyId, startsAt, endsAt, reason].forEach((it) => (it.value = ''));
      await this.refresh();
      this.messages.replaceChildren(h('p', { class: 'alert alert-success', role: 'status' }, 'Замещение назначено.'));
    });
  }

  async guarded(action) {
    this.messages.replaceChildren();
    Object.values(this.fields).forEach((it) => it.removeAttribute('aria-invalid'));
    this.send.disabled = true;
    try {
      await action();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      problem.errors.forEach(({ field }) => this.fields[field]?.setAttribute('aria-invalid', 'true'));
      this.messages.replaceChildren(h('div', { class: 'alert alert-danger', role: 'alert' }, h('strong', null, problem.title),
        problem.errors.length ? problem.errors.map(({ message }) => h('div', null, message)) : h('div', null, problem.detail)));
    }
    this.send.disabled = false;
  }
}
