import { api, choices, Problem } from '../../../tasklist/plugins/mcu-1/http.js';
import { freshId, h } from '../../../tasklist/plugins/mcu-1/dom.js';
import { counted, dayInWords, midnight, moment } from '../../../tasklist/plugins/mcu-1/words.js';

const PAGE = '/api/admin/audit';
const PEOPLE = '/camunda/api/engine/engine/default/user?sortBy=userId&sortOrder=asc&maxResults=1000';
const COLUMNS = ['Когда', 'Кто', 'Действие', 'Сообщение', 'Откуда'];

/** The security officer's page: who did or saw what, and whether the record of it is whole. */
export class McuAudit extends HTMLElement {
  connectedCallback() {
    this.messages = h('div', { 'aria-live': 'polite' });
    this.state = h('p', { class: 'mcu-chain', role: 'status' });
    this.rows = h('tbody');
    this.found = h('div', { hidden: true },
      h('table', { class: 'table table-condensed' },
        h('thead', null, h('tr', null, COLUMNS.map((it) => h('th', { scope: 'col' }, it)))), this.rows));
    this.nothing = h('p', { class: 'text-muted', role: 'status' });
    this.more = h('button', { type: 'button', class: 'btn btn-default', hidden: true, on: { click: () => this.page() } }, 'Показать ещё');
    this.replaceChildren(h('div', { class: 'mcu-page' },
      h('h2', null, 'Журнал действий'),
      h('p', { class: 'text-muted' }, 'Кто, когда, откуда и что сделал или посмотрел. Поиск и выгрузка тоже записываются.'),
      h('div', { class: 'mcu-panel' }, this.state,
        h('button', { type: 'button', class: 'btn btn-default btn-sm', on: { click: () => this.verify() } }, 'Проверить цепочку')),
      this.form(), this.messages, this.found, this.nothing, this.more));
    this.guarded(async () => {
      await choices();
      const { report } = await api('GET', `${PAGE}/state`);
      this.tell(report);
      await this.search();
    });
    api('GET', PEOPLE)
      .then((people) => this.people.replaceChildren(...people.map((it) =>
        h('option', { value: it.id }, `${it.lastName || ''} ${it.firstName || ''}`.trim()))))
      .catch(() => null); // without the list names are typed
  }

  form() {
    this.people = h('datalist', { id: freshId('people') });
    this.fields = {
      person: h('input', { type: 'text', class: 'form-control', maxlength: 200, list: this.people.id, autocomplete: 'off' }),
      number: h('input', { type: 'text', class: 'form-control', maxlength: 50, autocomplete: 'off' }),
      words: h('input', { type: 'text', class: 'form-control', maxlength: 100 }),
      from: h('input', { type: 'date', class: 'form-control' }),
      to: h('input', { type: 'date', class: 'form-control' })
    };
    this.looks = h('input', { type: 'checkbox', id: freshId('looks') });
    const labels = ['Кто (имя входа)', 'Номер сообщения', 'Действие содержит', 'С', 'По'];
    const groups = Object.values(this.fields).map((field, index) => {
      field.id = freshId('audit');
      const note = field.type === 'date' && h('p', { class: 'help-block mcu-note' });
      if (note) field.addEventListener('input', () => (note.textContent = dayInWords(field.value)));
      return h('div', { class: 'form-group' }, h('label', { for: field.id }, labels[index]), field, note);
    });
    return h('form', { class: 'mcu-panel', novalidate: true, on: { submit: (event) => {
      event.preventDefault();
      this.guarded(() => this.search());
    } } },
    h('div', { class: 'mcu-filter' }, groups), this.people,
    h('p', null, this.looks, ' ', h('label', { for: this.looks.id, class: 'mcu-inline' }, 'Только просмотры')),
    h('button', { type: 'submit', class: 'btn btn-primary' }, 'Найти'), ' ',
    h('button', { type: 'button', class: 'btn btn-default', on: { click: () => this.export() } }, 'Выгрузить .xlsx'));
  }

  query() {
    const { person, number, words, from, to } = this.fields;
    const query = new URLSearchParams();
    const put = (name, value) => value && query.set(name, value);
    put('person', person.value.trim());
    put('number', number.value.trim());
    put('words', words.value.trim());
    put('from', from.value && midnight(from.value));
    put('to', to.value && midnight(to.value, 1));
    put('looks', this.looks.checked && 'true');
    return query;
  }

  async search() {
    this.asked = this.query();
    this.next = null;
    this.rows.replaceChildren();
    await this.read();
  }

  page() {
    return this.guarded(() => this.read());
  }

  async read() {
    const query = new URLSearchParams(this.asked);
    if (this.next) query.set('before', this.next);
    const { items, next } = await api('GET', `${PAGE}?${query}`);
    this.next = next;
    this.rows.append(...items.map((it) => this.row(it)));
    this.more.hidden = !next;
    this.found.hidden = !this.rows.children.length;
    this.nothing.textContent = this.rows.children.length ? '' : 'Ничего не найдено.';
  }

  row({ at, actor, name, behalf, action, number, reason, details, client, look, sealed }) {
    const cells = [
      [moment(at), !sealed && h('div', { class: 'text-muted' }, 'ещё не в цепочке')],
      [name, name !== actor && h('div', { class: 'text-muted' }, actor), behalf && h('div', null, `за: ${behalf}`)],
      [look && h('span', { class: 'mcu-look' }, 'Просмотр'), action, reason && h('div', null, reason),
        details && h('div', { class: 'text-muted' }, plain(details))],
      number || '—',
      client || '—'
    ];
    return h('tr', null, cells.map((it, index) => h('td', { 'data-label': COLUMNS[index] }, it)));
  }

  /** A file that is refused says why, so it is fetched and then saved. */
  export() {
    return this.guarded(async () => {
      const response = await fetch(`${PAGE}/export.xlsx?${this.query()}`, { credentials: 'same-origin' });
      if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
      const url = URL.createObjectURL(await response.blob());
      const link = h('a', { href: url, download: 'журнал-действий.xlsx', hidden: true });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(url), 60000);
    });
  }

  verify() {
    return this.guarded(async () => {
      this.state.textContent = 'Проверяем цепочку…';
      this.tell(await api('GET', `${PAGE}/verify`));
    });
  }

  tell(report) {
    if (!report) {
      this.state.textContent = 'Цепочку ещё не проверяли после запуска.';
      return;
    }
    const waiting = report.unsealed ? ` Ещё не в цепочке: ${report.unsealed}.` : '';
    const checked = `проверено ${counted(report.sealed, 'запись', 'записи', 'записей')} ${moment(report.at)}.`;
    this.state.replaceChildren(report.breaks.length
      ? h('span', { class: 'mcu-ill' }, `Цепочка нарушена, ${checked}${waiting}`,
        h('ul', null, report.breaks.map((it) => h('li', null, `Место ${it.no}: ${it.what}`))))
      : h('span', { class: 'mcu-well' }, `Цепочка цела, ${checked}${waiting}`));
  }

  async guarded(action) {
    try {
      await action();
      this.messages.replaceChildren();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.messages.replaceChildren(h('div', { class: 'alert alert-danger', role: 'alert' },
        h('strong', null, problem.title), h('div', null, problem.detail)));
    }
  }
}

/** '{"length": 12}' → 'length: 12' */
function plain(details) {
  return Object.entries(JSON.parse(details)).map(([name, value]) => `${name}: ${value}`).join(', ');
}
